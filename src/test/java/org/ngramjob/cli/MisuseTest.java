// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.junit.jupiter.api.Test;

class MisuseTest {
  @Test
  void isOneLineWithTheHelpToRead() {
    ToolTest.assertMisuse(CommandRun.of(), "no command is given; see ngram-job --help");
    ToolTest.assertMisuse(CommandRun.of("xyz123"), "'xyz123' is no command; see ngram-job --help");
    ToolTest.assertMisuse(
        CommandRun.of("predcit", "x"),
        "'predcit' is no command; did you mean predict? see ngram-job --help");
    ToolTest.assertMisuse(
        CommandRun.of("predict", "--modell", "x"),
        "'--modell' is no option here (put -- in front of texts that begin with -); did you mean"
            + " --model? see ngram-job predict --help");
    ToolTest.assertMisuse(
        CommandRun.of("inspect", "a", "b"),
        "'b' is one argument too many; see ngram-job inspect --help");
    ToolTest.assertMisuse(
        CommandRun.of("predict", "x"),
        "Missing required option: '--model=DIR|FILE'; see ngram-job predict --help");
  }

  /** What is mistyped is often what makes something else missing. */
  @Test
  void namesTheFirstArgumentThatIsTooMuch() {
    ToolTest.assertMisuse(
        CommandRun.of("--bogus"), "'--bogus' is no option here; see ngram-job --help");
    ToolTest.assertMisuse(
        CommandRun.of("predict", "--tpo", "3", "a", "b"),
        "'--tpo' is no option here (put -- in front of texts that begin with -); see ngram-job"
            + " predict --help");
  }

  @Test
  void namesTheValueThatIsMissingOrWrong() {
    ToolTest.assertMisuse(
        CommandRun.of("predict", "--model"),
        "Missing required parameter for option '--model' (DIR|FILE); see ngram-job predict --help");
    ToolTest.assertMisuse(
        CommandRun.of("predict", "--model", "m", "a", "--top", "x"),
        "Invalid value for option '--top': 'x' is not an int; see ngram-job predict --help");
  }
}
