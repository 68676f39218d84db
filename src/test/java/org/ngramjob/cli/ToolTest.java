// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTest {
  @TempDir private Path directory;

  static void assertMisuse(CommandRun run, String message) {
    assertThat(run.err()).containsExactly("ngram-job: " + message);
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
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
          .contains("No FileSystem for scheme \"nowhere\"", "fs.defaultFS (now nowhere:///)");
      assertThat(run.code()).isEqualTo(3);
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
    assertMisuse(
        CommandRun.of("-conf", directory.toString(), "inspect", "x"),
        "-conf " + directory + " is a directory; name the file in it");
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

  /** Runs with a standard output that fails; gives the exit code and standard error. */
  static CommandRun writingTo(String error, String... arguments) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(error);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintStream(
                new BufferedOutputStream(new ResultStream(failing)), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int code = new Tool(console).run(arguments);
    return new CommandRun(code, List.of(), err.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void saysSoWhenResultsCannotBeWritten() {
    CommandRun run = writingTo("No space left on device", "--help");
    assertThat(run.err())
        .singleElement()
        .asString()
        .contains("cannot write results to standard output: No space left on device");
    assertThat(run.code()).isEqualTo(1);
  }

  /** What a command has found before its error is in the buffer until the error is told. */
  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Broken pipe"})
  void saysWhatFailedAlsoWhenResultsCannotBeWritten(String error) throws IOException {
    Path damaged = Files.writeString(directory.resolve("m.arpa"), "\\data\\\nngram 1=2\n");

    CommandRun run = writingTo(error, "validate", damaged.toString());

    CommandRun written = CommandRun.of("validate", damaged.toString());
    assertThat(written.out()).contains("defects\t1");
    assertThat(run.err()).isEqualTo(written.err());
    assertThat(run.code()).isEqualTo(5);
  }

  /** As in {@code predict … | head -1}. */
  @Test
  void endsQuietlyWhenNobodyReadsOn() throws IOException {
    String model = CommandFixture.example(directory, "witten-bell");
    assertThat(writingTo("Broken pipe", "generate", "--model", model, "--count", "1000000000"))
        .isEqualTo(new CommandRun(0, List.of(), List.of()));
  }

  @Test
  void saysThatStandardInputCannotBeRead() throws IOException {
    String model = CommandFixture.example(directory, "witten-bell");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Is a directory");
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            broken,
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    assertThat(new Tool(console).run("score", "--model", model, "--input", "-")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("cannot read standard input: Is a directory; give --input FILE")
        .hasLineCount(1);
  }
}
