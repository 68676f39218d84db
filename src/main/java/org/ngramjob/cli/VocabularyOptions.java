// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.vocabulary.VocabularySettings;
import picocli.CommandLine.Option;

/** Options of commands that make a vocabulary. */
final class VocabularyOptions {
  @Option(
      names = "--min-word-count",
      order = 30,
      paramLabel = "N",
      description = "Words seen less often become <unk> (default: 1).")
  Long minimumCount;

  @Option(
      names = "--vocabulary-size",
      order = 31,
      paramLabel = "N",
      description =
          "Keep the N most frequent words, the rest becomes <unk> (default: 0, keep all).")
  Long size;

  @Option(
      names = "--word-list",
      order = 32,
      paramLabel = "FILE",
      description =
          "Keep only the words in this file (UTF-8, white space between them), the rest becomes"
              + " <unk>. Words that the text lacks are not added.")
  String wordList;

  VocabularySettings settings(Configuration configuration) throws IOException {
    return limiting(VocabularySettings.readFrom(configuration)).withWordList(words(configuration));
  }

  private VocabularySettings limiting(VocabularySettings settings) {
    return settings.withLimits(minimumCount == null ? 1 : minimumCount, size == null ? 0 : size);
  }

  /**
   * Refuses a limit that is not the one a vocabulary was made with: whoever makes one and is
   * stopped types the same command again. Those not given say nothing.
   *
   * @param vocabulary its name, for the message
   * @param recorded its settings
   */
  void agreeWith(String vocabulary, Map<String, String> recorded, Configuration configuration)
      throws IOException {
    Map<String, String> given = limiting(VocabularySettings.DEFAULT).limits();
    if (minimumCount != null) {
      agree(VocabularySettings.MIN_WORD_COUNT, given, recorded, vocabulary);
    }
    if (size != null) {
      agree(VocabularySettings.VOCABULARY_SIZE, given, recorded, vocabulary);
    }
    if (wordList != null) {
      SegmenterOptions.agree(
          "--word-list",
          SegmenterOptions.shown(words(configuration).hash()),
          SegmenterOptions.shown(recorded.getOrDefault(VocabularySettings.WORD_LIST, "")),
          vocabulary);
    }
  }

  private static void agree(
      String limit, Map<String, String> given, Map<String, String> recorded, String vocabulary) {
    String unlimited = VocabularySettings.DEFAULT.limits().get(limit);
    SegmenterOptions.agree(
        "--" + limit, given.get(limit), recorded.getOrDefault(limit, unlimited), vocabulary);
  }

  private Lexicon words(Configuration configuration) throws IOException {
    if (wordList == null) {
      return Lexicon.ANY;
    }
    GivenFile file =
        new GivenFile("--word-list", wordList, "a file in UTF-8, white space between its words");
    return Lexicon.parse(file.read(configuration), file.title());
  }
}
