// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.Map;
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

  /**
   * Refuses a limit that is not the one a vocabulary was made with: whoever makes one and is
   * stopped types the same command again.
   *
   * @param vocabulary its name, for the message
   * @param recorded its settings
   */
  void agreeWith(String vocabulary, Map<String, String> recorded) {
    VocabularySettings.DEFAULT
        .withLimits(minimumCount, size)
        .limits()
        .forEach(
            (name, given) -> {
              if (!given.equals(VocabularySettings.DEFAULT.limits().get(name))) {
                SegmenterOptions.agree("--" + name, given, recorded.get(name), vocabulary);
              }
            });
  }
}
