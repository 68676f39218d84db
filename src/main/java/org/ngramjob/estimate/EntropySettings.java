// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.prune.EntropyThreshold;

/**
 * What tasks of entropy pruning must know beside the counts.
 *
 * @param threshold below which cost n-grams go
 * @param tokens of the text, ends of sentences included
 * @param shards of counts
 */
record EntropySettings(EntropyThreshold threshold, long tokens, Path shards) {
  private static final String THRESHOLD = "ngramjob.estimate.prune-entropy";
  private static final String TOKENS = "ngramjob.estimate.tokens";
  private static final String SHARDS = "ngramjob.estimate.shards";

  /** Raw, because a path may hold {@code ${…}}, which Hadoop would replace. */
  static EntropySettings readFrom(Configuration configuration) {
    return new EntropySettings(
        EntropyThreshold.parse(configuration.get(THRESHOLD)),
        configuration.getLong(TOKENS, 0),
        new Path(configuration.getRaw(SHARDS)));
  }

  void writeTo(Configuration configuration) {
    configuration.set(THRESHOLD, threshold.toString());
    configuration.setLong(TOKENS, tokens);
    configuration.set(SHARDS, shards.toString());
  }
}
