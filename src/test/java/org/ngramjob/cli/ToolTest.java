// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
  @TempDir private Path directory;

  private static void assertMisuse(CommandRun run, String message) {
    assertThat(run.err()).containsExactly("ngram-job: " + message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void misuseIsOneLineWithTheHelpToRead() {
    assertMisuse(CommandRun.of(), "no command is given; see ngram-job --help");
    assertMisuse(CommandRun.of("xyz123"), "'xyz123' is no command; see ngram-job --help");
    assertMisuse(
        CommandRun.of("predcit", "x"),
        "'predcit' is no command; did you mean predict? see ngram-job --help");
    assertMisuse(
        CommandRun.of("predict", "--modell", "x"),
        "'--modell' is no option here (put -- in front of texts that begin with -); did you mean"
            + " --model? see ngram-job predict --help");
    assertMisuse(
        CommandRun.of("inspect", "a", "b"),
        "'b' is one argument too many; see ngram-job inspect --help");
    assertMisuse(
        CommandRun.of("predict", "x"),
        "Missing required option: '--model=DIR|FILE'; see ngram-job predict --help");
  }

  @Test
  void showsTheVersion() {
    CommandRun run = CommandRun.of("--version");
    assertThat(run.out()).singleElement().asString().startsWith("ngram-job ");
    assertThat(run.code()).isZero();
  }

  @Test
  void takesGenericOptionsBeforeAndAfterTheCommand() {
    String[][] lines = {
      {"-Dfs.defaultFS=nowhere:///", "inspect", "x"},
      {"-D", "fs.defaultFS=nowhere:///", "inspect", "x"},
      {"inspect", "-Dfs.defaultFS=nowhere:///", "x"},
      {"inspect", "x", "-D", "fs.defaultFS=nowhere:///"},
      {"inspect", "x", "-fs", "nowhere:///"}
    };
    for (String[] line : lines) {
      CommandRun run = CommandRun.of(line);
      assertThat(run.err())
          .as(String.join(" ", line))
          .singleElement()
          .asString()
          .contains("No FileSystem for scheme \"nowhere\"")
          .endsWith("; add --verbose for the stack trace");
      assertThat(run.code()).isEqualTo(1);
    }
  }

  @Test
  void refusesGenericOptionsThatMakeNoSense() {
    assertMisuse(
        CommandRun.of("inspect", "x", "-D", "key"),
        "-D key: give a key and a value, as -D key=value");
    assertMisuse(
        CommandRun.of("-conf", "missing.xml", "inspect", "x"),
        "-conf missing.xml: there is no such file");
    assertMisuse(CommandRun.of("inspect", "x", "-files"), "option -files needs a value");
  }

  @Test
  void toleratesTheNameOfTheMainClass() {
    assertThat(CommandRun.of("org.ngramjob.Main", "-Dmapreduce.job.name=x", "--version").code())
        .isZero();
    assertThat(CommandRun.of("-Dmapreduce.job.name=x", "org.ngramjob.Main", "--version").code())
        .isZero();
  }

  @Test
  void showsStackTracesOnRequestOnly() {
    CommandRun quiet = CommandRun.of("inspect", "no such directory");
    assertThat(quiet.err())
        .containsExactly(
            "ngram-job: PATH no such directory does not exist in file:///; check the path");
    assertThat(quiet.code()).isEqualTo(3);
    CommandRun verbose = CommandRun.of("inspect", "no such directory", "--verbose");
    assertThat(verbose.err()).first().isEqualTo(quiet.err().get(0));
    assertThat(verbose.err()).anyMatch(line -> line.startsWith("\tat org.ngramjob.cli."));
  }

  /** What Turkish, German and Arabic do to letters, commas and digits must not be seen. */
  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE", "ar-EG-u-nu-arab"})
  void knowsNoLocale(String tag) throws IOException {
    String model = CommandFixture.example(directory, "witten-bell");
    String[][] lines = {
      {"probability", "--model", model, "--context", "的", "--word", "词性", "--explain"},
      {"predict", "--model", model, "判断这个词的"},
      {"compare", "--model", model, "词性", "I"},
      {"inspect", model},
      {"train", "--help"},
      {"train", "--input", "x", "--output", "y", "--if-exists", "SKIP"}
    };
    for (String[] line : lines) {
      CommandRun expected = CommandRun.of(line);
      Locale before = Locale.getDefault();
      try {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(CommandRun.of(line)).isEqualTo(expected);
      } finally {
        Locale.setDefault(before);
      }
    }
  }

  @Test
  void saysSoWhenResultsCannotBeWritten() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(full, false, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false);
    assertThat(new Tool(console).run("--help")).isEqualTo(1);
  }
}
