// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.segment.UserDictionary;
import picocli.CommandLine.Option;

/** Options of commands that read text: which files, and how lines become words. */
final class TextOptions {
  private static final String DEFAULT_SEGMENTER = "jieba";

  /** For the help. */
  static final class SegmenterNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Segmenters.names().iterator();
    }
  }

  @Option(
      names = "--input",
      order = 1,
      required = true,
      paramLabel = "PATH[,PATH…]",
      description =
          "Text in UTF-8, a sentence or more a line: files, directories, globs; also .gz, .bz2,"
              + " .zst. May be given several times.")
  List<String> inputs;

  @Option(
      names = "--segmenter",
      order = 20,
      paramLabel = "NAME",
      completionCandidates = SegmenterNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: " + DEFAULT_SEGMENTER + ").")
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
      paramLabel = "line|punctuation",
      description =
          "Whether a sentence is a line or also ends after 。！？!?… (default: line for whitespace,"
              + " else punctuation).")
  String sentences;

  @Option(
      names = "--punctuation",
      order = 23,
      paramLabel = "keep|drop",
      description = "Whether punctuation marks are words (default: keep).")
  String punctuation;

  @Option(
      names = "--special-words",
      order = 24,
      paramLabel = "skip|fail",
      defaultValue = "skip",
      description =
          "What happens to <s>, </s> and <unk> in the text (default: ${DEFAULT-VALUE}, as white"
              + " space).")
  SpecialWordPolicy specialWords;

  @Option(
      names = "--bad-line-limit",
      order = 25,
      paramLabel = "SHARE",
      defaultValue = "" + CorpusSettings.DEFAULT_BAD_LINE_LIMIT,
      description =
          "Share of lines that are not UTF-8 or too long above which the job fails (default:"
              + " ${DEFAULT-VALUE}).")
  double badLineLimit;

  @Option(
      names = "--max-line-bytes",
      order = 26,
      paramLabel = "BYTES",
      defaultValue = "" + CorpusSettings.DEFAULT_MAX_LINE_BYTES,
      description = "Longer lines are skipped (default: ${DEFAULT-VALUE}).")
  int maxLineBytes;

  /** The text, cut as the options say. */
  TextSource text(Configuration configuration) throws IOException {
    SegmenterSettings settings =
        SegmenterSettings.parse(
            segmenter == null ? DEFAULT_SEGMENTER : segmenter, sentences, punctuation);
    if (userDictionary == null) {
      return text(settings, Optional.empty(), configuration);
    }
    Path file = new Path(userDictionary);
    UserDictionary words;
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      words = UserDictionary.parse(in.readAllBytes(), userDictionary);
    } catch (FileNotFoundException e) {
      throw Failure.badInput(
          "--user-dict %s: there is no such file in %s"
              .formatted(userDictionary, file.getFileSystem(configuration).getUri()));
    }
    SegmenterSettings withWords = settings.withUserDictionary(words);
    return text(
        withWords,
        withWords.hasUserDictionary() ? Optional.of(file) : Optional.empty(),
        configuration);
  }

  /** The text, cut as something made before was. */
  TextSource text(
      SegmenterSettings settings, Optional<Path> dictionary, Configuration configuration)
      throws IOException {
    List<String> paths = new ArrayList<>();
    for (String input : inputs) {
      paths.addAll(InputPaths.split(input));
    }
    CorpusSettings corpus = new CorpusSettings(paths, maxLineBytes, badLineLimit, specialWords);
    return new TextSource(corpus, InputPaths.resolve(paths, configuration), settings, dictionary);
  }

  /** The first option given that says how lines become words, if any. */
  Optional<String> segmenterOptionGiven() {
    if (segmenter != null) {
      return Optional.of("--segmenter");
    }
    if (userDictionary != null) {
      return Optional.of("--user-dict");
    }
    if (sentences != null) {
      return Optional.of("--sentences");
    }
    return punctuation != null ? Optional.of("--punctuation") : Optional.empty();
  }
}
