// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.corpus.TextSource;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of commands that read text: which files, and how lines become words. */
final class TextOptions {
  private static final String DEFAULT_SEGMENTER = "jieba";

  @Mixin SegmenterOptions segmenting;
  @Mixin LineOptions lines;

  @Option(
      names = "--input",
      order = 1,
      required = true,
      paramLabel = "PATH[,PATH…]",
      description =
          "Text, a sentence or more a line: files, directories, globs; .gz, .bz2 and .zst too. May be"
              + " given several times.")
  List<String> inputs;

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
    CorpusSettings corpus = lines.corpus(day, inputs);
    Inputs found =
        mayBeEmpty
            ? InputPaths.resolvePossiblyEmpty(corpus.inputs(), configuration)
            : InputPaths.resolve(corpus.inputs(), configuration);
    return new TextSource(corpus, found, choice.settings(), choice.dictionary(), mayBeEmpty);
  }
}
