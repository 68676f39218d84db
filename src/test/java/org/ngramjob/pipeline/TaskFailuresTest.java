// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class TaskFailuresTest {
  private static final FailedTasks ANY = FailedTasks.of(List.of());

  @TempDir private java.nio.file.Path directory;

  /** What the driver gets of an error that ends a task. */
  private Failure carried(Exception error) throws IOException {
    Configuration configuration = new Configuration();
    Path failures = new Path(directory.toUri());
    FileSystem fileSystem = failures.getFileSystem(configuration);
    TaskFailures.prepare(fileSystem, failures);
    TaskFailures.setDirectory(configuration, failures);
    assertThatThrownBy(() -> fail(configuration, error)).hasCause(error);
    return TaskFailures.first(fileSystem, failures, ANY).orElseThrow();
  }

  private static void fail(Configuration configuration, Exception error)
      throws IOException, InterruptedException {
    TaskFailures.carry(
        new TaskAttemptContextImpl(configuration, new TaskAttemptID()),
        () -> {
          throw new IOException("Spill failed", error);
        });
  }

  /** The remedy stands last. */
  @Test
  void aMessageForTheUserArrivesWhole() throws IOException {
    String message = "a word of " + "x".repeat(1000) + " is too long; choose another";

    Failure failure = carried(Failure.badInput(message));

    assertThat(failure).hasMessage(message);
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  /** As a word may be, all of which the message quotes. */
  @Test
  void aMessageOfAMillionCharactersKeepsItsEnds() throws IOException {
    String word = "词".repeat(1 << 20);

    assertThat(carried(Failure.badInput("no part: it has " + word + "; take away what was added")))
        .hasMessageStartingWith("no part: it has 词")
        .hasMessageEndingWith("词; take away what was added");
  }

  @Test
  void aMessageOfOthersIsCut() throws IOException {
    Failure failure =
        carried(new IllegalStateException("it is " + "x".repeat(1000) + "\n\tat java.lang"));

    assertThat(failure).hasMessage("it is " + "x".repeat(394) + "…");
    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
  }

  private void write(int attempt, int exitCode, boolean forUser, String message, int millis)
      throws IOException {
    Files.writeString(
        directory.resolve("attempt_2026_0007_m_00000" + attempt + "_0.json"),
        "{\"exitCode\":%d,\"forUser\":%b,\"message\":\"%s\",\"millis\":%d}"
            .formatted(exitCode, forUser, message, millis));
  }

  /** In whatever order a disk lists them. */
  @ParameterizedTest
  @CsvSource({"0, 1, 2", "2, 1, 0", "1, 0, 2"})
  void theFirstMessageForPeopleComesBeforeAnyTrace(int trace, int late, int early)
      throws IOException {
    write(trace, 1, false, "java.lang.NullPointerException", 1);
    write(late, 2, true, "late", 3);
    write(early, 3, true, "early", 2);

    Failure first = first(ANY);

    assertThat(first).hasMessage("early");
    assertThat(first.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  private Failure first(FailedTasks failed) throws IOException {
    Path failures = new Path(directory.toUri());
    return TaskFailures.first(failures.getFileSystem(new Configuration()), failures, failed)
        .orElseThrow();
  }

  /** As a server that was away for a moment, while another task breaks down again and again. */
  @Test
  void theErrorOfATaskThatWasTriedAgainWithSuccessIsLeftOut() throws IOException {
    write(0, 3, true, "a server was away", 1);
    write(1, 1, false, "java.lang.NullPointerException", 2);
    TaskID done = TaskAttemptID.forName("attempt_2026_0007_m_000000_1").getTaskID();

    assertThat(first(ANY)).hasMessage("a server was away");
    assertThat(first(new FailedTasks(Set.of(), Set.of(done))))
        .hasMessage("java.lang.NullPointerException")
        .hasCauseInstanceOf(BrokenTask.class);
  }

  /** So that whoever has asked something in a job can look for the reason. */
  @Test
  void whatNothingExplainsIsABrokenTask() throws IOException {
    assertThat(carried(new IndexOutOfBoundsException(7)))
        .hasMessage("Index out of range: 7")
        .hasCauseInstanceOf(BrokenTask.class);
    assertThat(carried(new IOException("No space left on device"))).hasNoCause();
  }

  /** What a disk that is full has no room for else. */
  @Test
  void roomIsKeptUntilThereIsAnErrorToWrite() throws IOException {
    Path failures = new Path(directory.toUri());
    TaskFailures.prepare(failures.getFileSystem(new Configuration()), failures);
    assertThat(directory.resolve("reserve")).hasSize(1 << 14);

    carried(Failure.badInput("no part"));

    assertThat(directory.resolve("reserve")).doesNotExist();
  }

  @Test
  void aLateTaskDoesNotBringThePlaceBack() {
    Configuration configuration = new Configuration();
    java.nio.file.Path gone = directory.resolve("run/failures");
    TaskFailures.setDirectory(configuration, new Path(gone.toUri()));

    assertThatThrownBy(() -> fail(configuration, new IOException("too late")))
        .hasMessage("Spill failed")
        .hasNoSuppressedExceptions();

    assertThat(directory).isEmptyDirectory();
  }
}
