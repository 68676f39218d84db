// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.ArrayList;
import java.util.List;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.InputPaths;
import org.ngramjob.corpus.SpecialWordPolicy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options of commands that read text: their encoding, and what becomes of lines and words that are
 * out of order.
 */
final class LineOptions {
  @Mixin EncodingOption encoding;
  @Mixin BadLineLimitOption badLineLimit;

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
      names = "--max-line-bytes",
      order = 26,
      paramLabel = "BYTES",
      defaultValue = "" + CorpusSettings.DEFAULT_MAX_LINE_BYTES,
      description = "Longer lines are skipped (default: ${DEFAULT-VALUE}).")
  int maxLineBytes;

  /** Text read as the options say. */
  CorpusSettings corpus(List<String> paths) {
    return new CorpusSettings(
        paths, encoding.encoding(), maxLineBytes, badLineLimit.share, specialWords);
  }

  /**
   * A day's text, read as the options say.
   *
   * @param inputs values of {@code --input}, each one path or several
   */
  CorpusSettings corpus(Day day, List<String> inputs) {
    List<String> paths = new ArrayList<>();
    for (String input : inputs) {
      for (String path : InputPaths.split(input)) {
        paths.add(day.in("--input", path));
      }
    }
    return corpus(paths);
  }
}
