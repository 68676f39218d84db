// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static List<String> names() {
    return List.copyOf(Commands.parser().getSubcommands().keySet());
  }

  /** In the order of the contract's table, and behind them those that came later. */
  @Test
  void areThoseOfTheContractInItsOrderAndLaterOnes() {
    List<String> contract =
        List.of(
            "train",
            "vocabulary",
            "count",
            "estimate",
            "export",
            "import",
            "score",
            "compare",
            "predict",
            "probability",
            "perplexity",
            "generate",
            "validate",
            "inspect",
            "merge",
            "subtract",
            "mix");
    assertThat(names()).isEqualTo(contract);
  }

  /** All commands where none is typed, or something else. */
  @ParameterizedTest
  @MethodSource("names")
  void aParserKnowsWhatIsTyped(String name) {
    assertThat(Commands.parser(List.of(name, "--help")).getSubcommands()).containsOnlyKeys(name);
    assertThat(usage(Commands.parser(List.of(name)), name))
        .isEqualTo(usage(Commands.parser(), name));
    for (String other : List.of("--help", name + "s", name.substring(1))) {
      assertThat(Commands.parser(List.of(other, name)).getSubcommands().keySet())
          .containsExactlyElementsOf(names());
    }
  }

  private static String usage(CommandLine parser, String name) {
    return parser.getSubcommands().get(name).getUsageMessage();
  }

  @ParameterizedTest
  @MethodSource("names")
  void helpSaysWhatForAndHow(String name) {
    CommandRun run = CommandRun.of(name, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().get(0)).as("purpose in one line").matches(".*[.?]");
    assertThat(run.text())
        .contains("\nUsage: ngram-job " + name + " ", "\nOptions:\n", "--verbose", "\nExamples:\n");
    assertThat(run.out()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  /** Two examples, each a command line that this program accepts. */
  @ParameterizedTest
  @MethodSource("names")
  void examplesOfTheHelpAreCorrect(String name) {
    List<String> help = CommandRun.of(name, "--help").out();
    List<String> examples =
        help.subList(help.indexOf("Examples:") + 1, help.size()).stream()
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      String command = example.substring(example.indexOf("ngram-job"));
      List<String> words = words(command);
      assertThat(words.get(1)).isEqualTo(name);
      Commands.parser().parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    }
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    }
    return words;
  }

  @Test
  void everyCommandStandsInTheHelpOfTheTool() {
    CommandRun run = CommandRun.of("--help");
    assertThat(run.code()).isZero();
    for (String name : names()) {
      assertThat(run.out()).anyMatch(line -> line.startsWith("  " + name + " "));
    }
    assertThat(run.text()).contains("Exit codes: 0 done or skipped, 1 job failed, 2 usage");
  }

  /** A newcomer reads the first line and types it. */
  @Test
  void theUsageNamesWhatMustBeGiven() {
    assertThat(CommandRun.of("train", "--help").out())
        .contains("Usage: ngram-job train --input PATH[,PATH…] --output DIR [OPTIONS]");
    assertThat(CommandRun.of("compare", "--help").out())
        .contains("Usage: ngram-job compare --model DIR|FILE [OPTIONS] SENTENCE…");
    assertThat(CommandRun.of("probability", "--help").out())
        .contains("Usage: ngram-job probability --model DIR|FILE --word WORD [OPTIONS]");
  }

  @Test
  void helpOfPredict() {
    assertThat(CommandRun.of("predict", "--help").text())
        .isEqualTo(
            """
            Which word comes next?

            Usage: ngram-job predict --model DIR|FILE [OPTIONS] TEXT

            Lists the words most probable after a text: rank TAB word TAB probability. </s> stands for the
            end of the sentence.

                  TEXT               What has been said so far; its last N-1 words matter. <s> in front of it
                                       says that it begins the sentence.

            Options:
                  --model=DIR|FILE   What train, estimate, import or mix has made, on any file system; or an
                                       ARPA file, which may be a gzip.
                  --top=K            How many words (default: 10).
                  --verbose          Show stack traces of errors, and Hadoop's own log.
                  --quiet            Say nothing on standard error but errors.
              -h, --help             Show this help.

            Examples:
              ngram-job predict --model example 判断这个词的
              ngram-job predict --model example --top 3 "<s>"
            """);
  }
}
