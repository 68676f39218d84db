// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class SentenceInputsTest {
  @TempDir Path directory;
  private final List<String> seen = new ArrayList<>();

  private String write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private void read(InputStream in, SentenceInputs.Reader reader, String... inputs)
      throws IOException {
    new SentenceInputs(CorpusSettings.of(Arrays.asList(inputs)))
        .forEach(new ConsoleCapture(in).environment(new Configuration()), reader);
  }

  /** The lines of each stream, between the streams a bar. */
  private void keep(TextLines lines) throws IOException {
    while (lines.next()) {
      seen.add(new String(lines.bytes(), lines.from(), lines.to() - lines.from(), UTF_8));
    }
    seen.add("|");
  }

  private void read(String... inputs) throws IOException {
    read(InputStream.nullInputStream(), this::keep, inputs);
  }

  private Failure failure(String... inputs) {
    return catchThrowableOfType(Failure.class, () -> read(inputs));
  }

  @Test
  void areReadInTheOrderAndAsOftenAsTheyAreNamed() throws IOException {
    String b = write("b", "2\n");
    String a = write("a", "1\n");
    write("d/y", "4");
    write("d/x", "3\n3");
    write("d/_hidden", "no");
    read(b, a + "," + b, directory.resolve("d").toString(), directory + "/[ab]");
    assertThat(seen)
        .containsExactly("2", "|", "1", "|", "2", "|", "3", "3", "|", "4", "|", "1", "|", "2", "|");
  }

  @Test
  void areUnpacked() throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(directory.resolve("a.gz")))) {
      out.write("词\n性".getBytes(UTF_8));
    }
    read(directory.resolve("a.gz").toString());
    assertThat(seen).containsExactly("词", "性", "|");
  }

  @Test
  void mayBeEmptyAmongOthersButNotAll() throws IOException {
    String empty = write("empty", "");
    read(empty, write("a", "1"));
    assertThat(seen).containsExactly("1", "|");
    Failure failure = failure(empty, empty);
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("holds only empty files");
    assertThat(failure(directory.resolve("none").toString()))
        .hasMessageContaining("none does not exist");
  }

  @Test
  void areStandardInputWhereThatIsNamedAlone() throws IOException {
    assertThat(SentenceInputs.areStandardInput(List.of("-"))).isTrue();
    assertThat(SentenceInputs.areStandardInput(List.of("a", "b,-x"))).isFalse();
    read(new ByteArrayInputStream("1\n2".getBytes(UTF_8)), this::keep, "-");
    assertThat(seen).containsExactly("1", "2", "|");
    for (String[] mixed : new String[][] {{"-", "a"}, {"a,-"}, {"-", "-"}}) {
      Failure failure = failure(mixed);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(failure).hasMessage("--input -: standard input cannot be mixed with files");
    }
  }

  private static void broken(TextLines lines) throws IOException {
    throw new IOException("Stream is broken\nat line 2");
  }

  /** What is known, such as a full disk, is said in its own words. */
  @Test
  void areNamedWhereTheyCannotBeRead() throws IOException {
    String file = write("a", "1");
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () -> read(InputStream.nullInputStream(), SentenceInputsTest::broken, file));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessage("cannot read file:%s: Stream is broken; is it whole?".formatted(file));
    Failure full =
        catchThrowableOfType(
            Failure.class,
            () ->
                read(
                    InputStream.nullInputStream(),
                    lines -> {
                      throw new IOException("No space left on device");
                    },
                    file));
    assertThat(full.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(full).hasMessageStartingWith("a disk is full");
    Failure typed =
        catchThrowableOfType(
            Failure.class,
            () -> read(InputStream.nullInputStream(), SentenceInputsTest::broken, "-"));
    assertThat(typed.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(typed)
        .hasMessage(
            "cannot read standard input: Stream is broken; give --input FILE, or text through a"
                + " pipe");
  }

  @Test
  void ofNothingAreNoted() {
    ConsoleCapture capture = new ConsoleCapture();
    SentenceInputs.noteNothingRead(List.of("a", "b"), capture.console);
    SentenceInputs.noteNothingRead(List.of("-"), capture.console);
    assertThat(capture.err().lines())
        .containsExactly(
            "no lines were read: a,b is empty", "no lines were read: standard input is empty");
  }
}
