// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.apache.hadoop.mapreduce.TaskCompletionEvent.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** A job of two tasks: the first succeeds when it is tried again, the second never does. */
class JobFailureTest {
  private static final TaskAttemptID TRIED_AGAIN =
      TaskAttemptID.forName("attempt_2026_0007_m_000000_0");
  private static final TaskAttemptID BROKEN = TaskAttemptID.forName("attempt_2026_0007_m_000001_0");

  @TempDir private java.nio.file.Path directory;

  private static final class TwoTasks extends Job {
    private final List<TaskCompletionEvent> events =
        List.of(
            event(TRIED_AGAIN, Status.FAILED),
            event(BROKEN, Status.FAILED),
            event(TaskAttemptID.forName("attempt_2026_0007_m_000000_1"), Status.SUCCEEDED));
    private final boolean remembered;

    /** How often somebody has begun to ask for the events. */
    private int asked;

    @SuppressWarnings("deprecation")
    TwoTasks(boolean remembered) throws IOException {
      super(new Configuration());
      setJobID(new JobID("2026", 7));
      this.remembered = remembered;
    }

    private static TaskCompletionEvent event(TaskAttemptID attempt, Status status) {
      return new TaskCompletionEvent(0, attempt, 0, true, status, "");
    }

    /** One at a time. */
    @Override
    public TaskCompletionEvent[] getTaskCompletionEvents(int from, int number) throws IOException {
      asked += from == 0 ? 1 : 0;
      if (!remembered) {
        throw new IOException("no history server");
      }
      return events.stream().skip(from).limit(1).toArray(TaskCompletionEvent[]::new);
    }

    @Override
    public String[] getTaskDiagnostics(TaskAttemptID attempt) {
      return new String[] {"Caused by: " + (attempt.equals(BROKEN) ? "a defect" : "a moment")};
    }
  }

  private Failure failure(boolean remembered) throws IOException {
    return failure(new TwoTasks(remembered));
  }

  private Failure failure(Job job) throws IOException {
    Path failures = new Path(directory.toUri());
    return JobFailure.of(
        "1/1 count", job, "; see the log", failures.getFileSystem(new Configuration()), failures);
  }

  private void write(TaskAttemptID attempt, ExitCode code, boolean forUser, String message)
      throws IOException {
    Files.writeString(
        directory.resolve(attempt + ".json"),
        "{\"exitCode\":%d,\"forUser\":%b,\"message\":\"%s\",\"millis\":1}"
            .formatted(code.code(), forUser, message));
  }

  @Test
  void theReasonIsThatOfTheTaskThatFailedForGood() throws IOException {
    write(TRIED_AGAIN, ExitCode.BAD_INPUT, true, "a server is away");
    write(BROKEN, ExitCode.JOB_FAILED, false, "java.lang.NullPointerException");

    Failure failure = failure(true);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessageEndingWith("failed: java.lang.NullPointerException; see the log")
        .hasCauseInstanceOf(BrokenTask.class);
  }

  /** As where its process was killed. */
  @Test
  void soIsItWhereThatTaskHasWrittenNothing() throws IOException {
    write(TRIED_AGAIN, ExitCode.BAD_INPUT, true, "a server is away");

    Failure failure = failure(true);

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessageContaining(BROKEN + ": ")
        .hasMessageEndingWith("a defect; see the log");
  }

  @Test
  void whereNobodyRemembersTheTasksItMayBeAnyOfThem() throws IOException {
    write(TRIED_AGAIN, ExitCode.BAD_INPUT, true, "a server is away");

    assertThat(failure(false)).hasMessage("a server is away; see the log");
  }

  /** A history server that is away is waited for, a minute and more each time. */
  @ParameterizedTest
  @CsvSource({"true, a defect", "false, its cause cannot be fetched (no history server)"})
  void nobodyIsAskedTwice(boolean remembered, String cause) throws IOException {
    TwoTasks job = new TwoTasks(remembered);

    assertThat(failure(job)).hasMessageEndingWith(cause + "; see the log");
    assertThat(job.asked).isEqualTo(1);
  }
}
