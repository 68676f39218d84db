// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that read text: which files, and how lines become words. */
final class TextOptions {
  private static final String DEFAULT_SEGMENTER = "jieba";

  @Mixin SegmenterOptions segmenting;

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

  /** The text of a day, cut as the options say; it must have words. */
  TextSource text(Day day, Configuration configuration) throws IOException {
    return text(day, choice(configuration), false, configuration);
  }

  /** How the options say that text is cut. */
  SegmenterOptions.Choice choice(Configuration configuration) throws IOException {
    return segmenting.choose(DEFAULT_SEGMENTER, configuration);
  }

  /**
   * The text of a day.
   *
   * @param choice how it is cut: as the options say, or as something made before was
   * @param mayBeEmpty whether a text without words will do
   */
  TextSource text(
      Day day, SegmenterOptions.Choice choice, boolean mayBeEmpty, Configuration configuration)
      throws IOException {
    List<String> paths = new ArrayList<>();
    for (String input : inputs) {
      for (String path : InputPaths.split(input)) {
        paths.add(day.in("--input", path));
      }
    }
    CorpusSettings corpus = new CorpusSettings(paths, maxLineBytes, badLineLimit, specialWords);
    Inputs found =
        mayBeEmpty
            ? InputPaths.resolvePossiblyEmpty(paths, configuration)
            : InputPaths.resolve(paths, configuration);
    return new TextSource(corpus, found, choice.settings(), choice.dictionary(), mayBeEmpty);
  }
}
