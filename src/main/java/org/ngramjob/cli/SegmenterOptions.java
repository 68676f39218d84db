// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;
import picocli.CommandLine.Option;

/** Options that say how lines become words. */
final class SegmenterOptions {
  /** For the help. */
  static final class SegmenterNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Segmenters.names().iterator();
    }
  }

  /**
   * A segmenter as chosen.
   *
   * @param dictionary the file of its user dictionary, if it has one
   */
  record Choice(SegmenterSettings settings, Optional<Path> dictionary) {}

  @Option(
      names = "--segmenter",
      order = 20,
      paramLabel = "NAME",
      completionCandidates = SegmenterNames.class,
      description =
          "One of ${COMPLETION-CANDIDATES} (default: jieba for text, whitespace for an ARPA file).")
  String segmenter;

  @Option(
      names = "--user-dict",
      order = 21,
      paramLabel = "FILE",
      description = "Words of your own for jieba, a line each: word [frequency [tag]].")
  String userDictionary;

  @Option(
      names = "--sentences",
      order = 22,
      paramLabel = "line|punctuation|quotes",
      description =
          "Whether a sentence is a line or also ends after 。！？!?… and, with quotes, after closing"
              + " quotation marks and brackets that follow these (default: line for whitespace, else"
              + " punctuation).")
  String sentences;

  @Option(
      names = "--punctuation",
      order = 23,
      paramLabel = "keep|drop",
      description = "Whether punctuation marks are words (default: keep).")
  String punctuation;

  /** What the options say, with this engine where they name none. */
  Choice choose(String engine, Configuration configuration) throws IOException {
    SegmenterSettings settings =
        SegmenterSettings.parse(segmenter == null ? engine : segmenter, sentences, punctuation);
    if (userDictionary == null) {
      return new Choice(settings, Optional.empty());
    }
    SegmenterSettings withWords = settings.withUserDictionary(words(configuration));
    return new Choice(
        withWords,
        withWords.hasUserDictionary()
            ? Optional.of(Directories.path("--user-dict", userDictionary))
            : Optional.empty());
  }

  /**
   * Refuses the first option that says otherwise than what a vocabulary was made with. Those not
   * given say nothing.
   *
   * @param vocabulary its name, for the message
   * @param recorded how its text was cut
   */
  void agreeWith(String vocabulary, SegmenterSettings recorded, Configuration configuration)
      throws IOException {
    SegmenterSettings given =
        SegmenterSettings.parse(
            segmenter == null ? recorded.engine() : segmenter, sentences, punctuation);
    if (segmenter != null) {
      agree("--segmenter", given.engine(), recorded.engine(), vocabulary);
    }
    if (userDictionary != null) {
      String hash = words(configuration).hash();
      agree("--user-dict", shown(hash), shown(recorded.userDictionaryHash()), vocabulary);
    }
    if (sentences != null) {
      agree("--sentences", given.sentences(), recorded.sentences(), vocabulary);
    }
    if (punctuation != null) {
      agree("--punctuation", given.punctuation(), recorded.punctuation(), vocabulary);
    }
  }

  /** Refuses an option that says otherwise than a vocabulary does. */
  static void agree(String option, Object given, Object recorded, String vocabulary) {
    if (!given.equals(recorded)) {
      throw Failure.usage(
          "%s differs from what --vocabulary %s was made with (%s now, %s then); leave it out"
              .formatted(option, vocabulary, given, recorded));
    }
  }

  /** Words as messages name them; the hash of none is empty. */
  static String shown(String hash) {
    return hash.isEmpty() ? "no words" : "words with the hash " + hash;
  }

  private UserDictionary words(Configuration configuration) throws IOException {
    GivenFile file = new GivenFile("--user-dict", userDictionary, "a file in UTF-8, a word a line");
    return UserDictionary.parse(file.read(configuration), userDictionary);
  }
}
