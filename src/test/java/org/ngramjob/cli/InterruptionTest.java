// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.Main;

/** The whole program in a process of its own, told to stop as a scheduler does, by SIGTERM. */
class InterruptionTest {
  @TempDir Path directory;
  private Path temporary;
  private Process process;

  @BeforeEach
  void makeTemporaryDirectory() throws IOException {
    temporary = Files.createDirectory(directory.resolve("tmp"));
  }

  @AfterEach
  void stop() {
    process.destroyForcibly();
  }

  private void start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(err().toFile()).start();
  }

  private Path err() {
    return directory.resolve("err");
  }

  private void expectStopped(String line) throws IOException, InterruptedException {
    // The process itself would close its standard input too.
    process.toHandle().destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readAllLines(err())).containsExactly(line);
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void aJobIsKilledAndLeavesNothing() throws IOException, InterruptedException {
    Path text = directory.resolve("text");
    Files.writeString(text, "今天天气很好，我们去研究生命起源。\n".repeat(300_000));
    Path output = directory.resolve("model");
    start("train", "--input", text.toString(), "--output", output.toString());
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!isJobWriting(output) && process.isAlive() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    expectStopped("ngram-job: interrupted; the same command resumes after the last stage done");
    assertThat(output).doesNotExist();
  }

  private static boolean isJobWriting(Path output) throws IOException {
    if (!Files.exists(output)) {
      return false;
    }
    try (Stream<Path> paths = Files.walk(output)) {
      return paths.anyMatch(path -> path.endsWith("_temporary"));
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Test
  void aQuestionIsGivenUp() throws IOException, InterruptedException {
    String model = CommandFixture.example(directory.resolve("model"), "witten-bell");
    start("score", "--model", model, "--input", "-");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      process.outputWriter(UTF_8).append("今天\n").flush();
      assertThat(out.readLine()).endsWith("\t今天");
      expectStopped("ngram-job: interrupted");
    }
  }
}
