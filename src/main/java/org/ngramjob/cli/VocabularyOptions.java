// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.apache.hadoop.conf.Configuration;
import org.ngramjob.vocabulary.VocabularySettings;
import picocli.CommandLine.Option;

/** Options of commands that make a vocabulary. */
final class VocabularyOptions {
  @Option(
      names = "--min-word-count",
      order = 30,
      paramLabel = "N",
      defaultValue = "1",
      description = "Words seen less often become <unk> (default: ${DEFAULT-VALUE}).")
  long minimumCount;

  @Option(
      names = "--vocabulary-size",
      order = 31,
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Keep the N most frequent words, the rest becomes <unk> (default: 0, keep all).")
  long size;

  VocabularySettings settings(Configuration configuration) {
    return VocabularySettings.from(configuration).withLimits(minimumCount, size);
  }
}
