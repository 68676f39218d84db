// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.IOException;

/** Takes what {@link ArpaReader} reads, in the order of the file. */
interface ArpaSink {
  /** The head of the file: how many n-grams of each order it announces, order 1 first. */
  void begin(long[] ngrams) throws IOException;

  /** One n-gram, valid during the call. */
  void entry(ArpaEntry entry) throws IOException;

  /** All n-grams of an order have been met. */
  void endOfSection(int order) throws IOException;
}
