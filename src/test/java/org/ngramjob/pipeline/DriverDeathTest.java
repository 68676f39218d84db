// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A driver in a process of its own is stopped while the second of two stages runs. */
class DriverDeathTest {
  @TempDir Path directory;
  private Process driver;

  @BeforeEach
  void startDriver() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("first.txt"), "甲\n");
    Files.writeString(directory.resolve("second.txt"), CopyStage.SLEEP_LINE + "\n");
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    driver =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KilledDriver.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isSecondStageRunning() && System.nanoTime() < deadline && driver.isAlive()) {
      Thread.sleep(50);
    }
    assertThat(isSecondStageRunning()).as(Files.readString(directory.resolve("log"))).isTrue();
  }

  @AfterEach
  void stopDriver() {
    driver.destroyForcibly();
  }

  private Path aside() {
    return directory.resolve("all/.second.ngram-job-aside");
  }

  private boolean isSecondStageRunning() throws IOException {
    if (!Files.exists(aside())) {
      return false;
    }
    try (Stream<Path> paths = Files.walk(aside())) {
      return paths.anyMatch(path -> path.endsWith("output/_temporary/0"));
    } catch (java.io.UncheckedIOException e) {
      return false;
    }
  }

  private void resume() throws IOException {
    Files.writeString(directory.resolve("second.txt"), "乙\n");
    List<StageResult> results = KilledDriver.run(directory.toString());

    assertThat(results).extracting(StageResult::skipped).containsExactly(true, false);
    assertThat(directory.resolve("all/second/part-m-00000")).hasContent("乙\t");
    assertThat(aside()).doesNotExist();
  }

  @Test
  void afterAKillTheSameCommandResumes() throws IOException, InterruptedException {
    Failure second =
        catchThrowableOfType(Failure.class, () -> KilledDriver.run(directory.toString()));
    assertThat(second.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(second).hasMessageContaining("process " + driver.pid());

    driver.destroyForcibly().waitFor();

    assertThat(aside()).exists();
    assertThat(directory.resolve("all/first/part-m-00000")).hasContent("甲\t");
    assertThat(directory.resolve("all/second")).doesNotExist();
    resume();
  }

  @Test
  void askedToStopItLeavesNothingHalfWritten() throws IOException, InterruptedException {
    driver.destroy();

    assertThat(driver.waitFor(60, TimeUnit.SECONDS)).isTrue();
    // 128 + SIGTERM; Main makes it 130 for every signal.
    assertThat(driver.exitValue()).isEqualTo(143);
    assertThat(aside()).doesNotExist();
    assertThat(directory.resolve("all/second")).doesNotExist();
    assertThat(directory.resolve("tmp")).isEmptyDirectory();
    resume();
  }
}
