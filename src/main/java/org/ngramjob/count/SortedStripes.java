// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.ngramjob.trie.StripeSink;

/**
 * All stripes of a reducer on their way to the file, as one record that gives them one by one: the
 * framework's bookkeeping for a record costs more than our work for a stripe. What a reducer writes
 * is handed to the output format as it is, so nothing need know it as bytes.
 */
@FunctionalInterface
public interface SortedStripes {
  /** Hands all stripes to the sink, in order; good for one use. */
  void sendTo(StripeSink sink) throws IOException;
}
