// SPDX-License-Identifier: Apache-2.0
package org.ngramjob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, as it is the one place that ends a process. */
class MainTest {
  @TempDir private Path directory;

  private int exitCode(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    java.command().addAll(List.of(arguments));
    return java.redirectOutput(out().toFile()).redirectError(err().toFile()).start().waitFor();
  }

  private Path out() {
    return directory.resolve("out");
  }

  private Path err() {
    return directory.resolve("err");
  }

  @Test
  void endsTheProcessWithTheCodeOfTheCommand() throws Exception {
    assertThat(exitCode("--version")).isZero();
    assertThat(Files.readString(out(), UTF_8)).startsWith("ngram-job ");

    assertThat(exitCode("nosuch")).isEqualTo(2);
    assertThat(out()).isEmptyFile();
    assertThat(Files.readString(err(), UTF_8)).startsWith("ngram-job: ");
  }
}
