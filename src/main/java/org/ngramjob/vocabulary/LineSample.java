// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import org.apache.hadoop.conf.Configuration;

/**
 * Chooses lines by their content, so that the same lines are chosen however the text is split:
 * those whose hash is at most a threshold.
 *
 * @param threshold compared with the upper 63 bits of a line's hash
 */
record LineSample(long threshold) {
  /** Enough to cut the contexts of any word that needs it, little enough for the driver to read. */
  private static final long SAMPLED_BYTES = 4 << 20;

  private static final String THRESHOLD = "ngramjob.vocabulary.sample-threshold";

  /** The sample that has about 4 MiB of a text of this size, all of a smaller one. */
  static LineSample ofTextOf(long bytes) {
    double rate = bytes <= SAMPLED_BYTES ? 1 : (double) SAMPLED_BYTES / bytes;
    return new LineSample((long) (rate * Long.MAX_VALUE));
  }

  /** The sample of a job; all lines where none is set. */
  static LineSample from(Configuration configuration) {
    return new LineSample(configuration.getLong(THRESHOLD, Long.MAX_VALUE));
  }

  void to(Configuration configuration) {
    configuration.setLong(THRESHOLD, threshold);
  }

  /** Whether a line with this hash is in the sample. */
  boolean holds(long lineHash) {
    return lineHash >>> 1 <= threshold;
  }
}
