// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.smooth.SmoothingMethods;

/** {@code score --explain}: whoever computes with the numbers it prints gets the probabilities. */
class ExplainedPathTest {
  /**
   * Words that follow, that follow the shorter context only, that are unknown, and {@code </s>}.
   */
  private static final String LINES = "q b c\na b d\nx b c a q q c\n";

  private static final Pattern EQUALS = Pattern.compile(".* = ([0-9.]+)( \\(.*\\))?");
  private static final Pattern TIMES =
      Pattern.compile("the line above \\* (?:back-off weight )?(10\\^)?(-?[0-9.]+).*");

  @TempDir private Path directory;

  static List<String> methods() {
    return SmoothingMethods.names();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void thePrintedNumbersMakeEveryProbability(String method) throws IOException {
    Path model =
        ModelFixture.of(3, method)
            .write(directory.resolve("model"), List.of("a b c", "x b d", "a b d", "b b c"));
    assertThat(computeAll(explain(model, LINES))).isEqualTo(3 + 1 + 3 + 1 + 7 + 1);
  }

  /**
   * With n-grams pruned; with words left out, where {@code <unk>} follows too and Katz has no word
   * to back off to; and with logarithms instead of counts.
   */
  @ParameterizedTest
  @MethodSource("otherModels")
  void theyDoAlsoInModelsThatLackNgrams(List<String> options) throws IOException {
    Path text = Files.writeString(directory.resolve("text"), "a b c\nx b d\na b d\nb b c\nb c a\n");
    Path model = directory.resolve("model");
    CommandRun train =
        CommandRun.of(
            Stream.concat(
                    Stream.of(
                        "train",
                        "--input",
                        text.toString(),
                        "--output",
                        model.toString(),
                        "--segmenter",
                        "whitespace",
                        "--discount-fallback"),
                    options.stream())
                .toArray(String[]::new));
    assertThat(train.code()).as("%s", train.err()).isZero();
    computeAll(explain(model, LINES));
  }

  static List<List<String>> otherModels() {
    return List.of(
        List.of("--smoothing", "katz", "--min-word-count", "2"),
        List.of("--smoothing", "modified-kneser-ney", "--prune", "0 1 1"),
        List.of("--smoothing", "witten-bell", "--prune-entropy", "0.01"));
  }

  /** q is unknown, so b has no longer context than the empty one: 3 of 12 words, V is 7. */
  @Test
  void showsTheShorterContextsAboveTheRowOfTheToken() throws IOException {
    Path model =
        ModelFixture.of(3, "stupid-backoff")
            .write(directory.resolve("model"), List.of("a b c", "x b d", "a b d"));
    assertThat(explain(model, "q b\n").subList(4, 8))
        .containsExactly(
            "\t\t\t\tevery word: 1 / V = 1 / 7",
            "\t\t\t\tP(b) = 0.2500000000 = kept; order 1: scores 3 / 12 = 0.25 (a score, no"
                + " probability)",
            "\t\t\t\tP(b | <unk>) = 0.1000000000 = the line above * 0.4; order 2: does not follow"
                + " here, alpha 0.4 times the shorter context (a score, no probability)",
            "\tb\t1\t0.04000000000\tP(b | <s> <unk>) = 0.04000000000 = the line above * 0.4; order"
                + " 3: does not follow here, alpha 0.4 times the shorter context (a score, no"
                + " probability)");
  }

  private static List<String> explain(Path model, String lines) {
    CommandRun run =
        CommandRun.reading(
            lines.getBytes(UTF_8),
            "score",
            "--model",
            model.toString(),
            "--input",
            "-",
            "--explain");
    assertThat(run.code()).as("%s", run.err()).isZero();
    return run.out();
  }

  /** Computes every step from the one above it; gives the number of tokens. */
  private static int computeAll(List<String> rows) {
    int tokens = 0;
    double above = Double.NaN;
    for (String row : rows) {
      String[] columns = row.split("\t", -1);
      assertThat(columns).as(row).hasSize(5);
      if (!columns[0].isEmpty()) {
        continue;
      }
      String formula = columns[4];
      if (formula.startsWith("every word: ")) {
        above = 1 / Double.parseDouble(formula.substring(formula.lastIndexOf(' ')));
        continue;
      }
      String[] sides = formula.substring(formula.indexOf(") = ") + 4).split(" = |; ", 2);
      double stated = Double.parseDouble(sides[0]);
      assertThat(stated).as(row).isCloseTo(compute(sides[1], above), within(1e-6 * stated));
      above = stated;
      if (!columns[1].isEmpty()) {
        assertThat(columns[3]).as(row).isEqualTo(sides[0]);
        above = Double.NaN;
        tokens++;
      }
    }
    return tokens;
  }

  private static double compute(String how, double above) {
    String[] parts = how.split("; ", -1);
    String method = parts[0];
    if (method.startsWith("10^")) {
      return Math.pow(10, Double.parseDouble(method.substring(3)));
    }
    if (method.equals("the line above")) {
      return above;
    }
    Matcher times = TIMES.matcher(method);
    if (times.matches()) {
      double factor = Double.parseDouble(times.group(2));
      return above * (times.group(1) == null ? factor : Math.pow(10, factor));
    }
    double kept = how.contains("keeps 0") ? 0 : number(parts[1]);
    return switch (method) {
      case "kept" -> kept;
      case "kept + freed * the line above" -> kept + freed(parts) * above;
      case "kept + freed / V" -> kept + freed(parts) * above;
      case "kept / (1 - freed)" -> kept / (1 - freed(parts));
      default -> throw new AssertionError(how);
    };
  }

  private static double freed(String[] parts) {
    return parts[2].equals("keeps 0, frees 1") ? 1 : number(parts[2]);
  }

  private static double number(String part) {
    Matcher matcher = EQUALS.matcher(part);
    assertThat(matcher.matches()).as(part).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
