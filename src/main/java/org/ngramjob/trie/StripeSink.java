// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/** Receives stripes in context order; the stripe is reused after the call. */
@FunctionalInterface
public interface StripeSink {
  void stripe(Stripe stripe) throws IOException;
}
