// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.ngramjob.diagnosis.FailedJob;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.Framework;

/** Turns a job that has failed into one line: stage, job, cause and where to read more. */
final class JobFailure {
  private static final int EVENTS_AT_ONCE = 100;

  private JobFailure() {}

  /**
   * The failure to report.
   *
   * @param readOn where to read more, as {@link #whereToReadOn} has said it while the job was known
   */
  static Failure of(String step, Job job, String readOn, FileSystem fileSystem, Path failures)
      throws IOException {
    Ends ends = Ends.of(job);
    Optional<Failure> carried = TaskFailures.first(fileSystem, failures, ends.failedTasks());
    if (carried.isPresent() && carried.get().exitCode() != ExitCode.JOB_FAILED) {
      Failure failure = carried.get();
      return new Failure(failure.exitCode(), failure.getMessage() + readOn, failure);
    }
    String cause =
        carried.isPresent() ? carried.get().getMessage() : causeIfKnown(job, ends, failures);
    return new Failure(
        ExitCode.JOB_FAILED,
        "stage " + step + ": job " + job.getJobID() + " failed: " + cause + readOn,
        carried.map(Failure::getCause).orElse(null));
  }

  /** The end of a message; empty for the local runner. */
  static String whereToReadOn(Job job) {
    if (Framework.isLocal(job.getConfiguration())) {
      return "";
    }
    return "; tracking URL "
        + job.getTrackingURL()
        + "; logs: yarn logs -applicationId "
        + application(job);
  }

  /** The name that YARN gives the job. */
  static String application(Job job) {
    return job.getJobID().toString().replaceFirst("^job_", "application_");
  }

  /**
   * How the tasks have ended, asked for once: whoever has to say that it cannot be known does so
   * after minutes.
   *
   * @param events of all tasks, none if nobody remembers them
   * @param error why nobody does
   */
  private record Ends(List<TaskCompletionEvent> events, Optional<IOException> error) {
    static Ends of(Job job) {
      try {
        return new Ends(JobFailure.events(job), Optional.empty());
      } catch (IOException e) {
        return new Ends(List.of(), Optional.of(e));
      }
    }

    /** Where nobody remembers them, it may have been any. */
    FailedTasks failedTasks() {
      return FailedTasks.of(events);
    }
  }

  private static String causeIfKnown(Job job, Ends ends, Path failures) {
    try {
      return lastKnown(job, ends, failures);
    } catch (IOException e) {
      return "its cause cannot be fetched (" + OneLine.of(e) + ")";
    }
  }

  private static String lastKnown(Job job, Ends ends, Path failures) throws IOException {
    try {
      return cause(job, ends, failures);
    } catch (IOException e) {
      if (LostJob.isBehind(e)) {
        return LostJob.cause(job);
      }
      throw e;
    }
  }

  private static String cause(Job job, Ends ends, Path failures) throws IOException {
    if (ends.error().isPresent()) {
      throw ends.error().get();
    }
    FailedTasks failed = ends.failedTasks();
    for (TaskCompletionEvent event : ends.events()) {
      // Of an attempt after which the task was tried again, or of the last one.
      boolean hasFailed =
          event.getStatus() == TaskCompletionEvent.Status.FAILED
              || event.getStatus() == TaskCompletionEvent.Status.TIPFAILED;
      if (hasFailed && failed.mayInclude(event.getTaskAttemptId().getTaskID())) {
        Optional<String> found = TaskDiagnostics.firstCause(diagnostics(job, event));
        if (found.isPresent()) {
          String words = FailedJob.ofWords(found.get(), job.getConfiguration());
          return event.getTaskAttemptId() + ": " + words;
        }
      }
    }
    return ofStatus(job, failures);
  }

  private static List<TaskCompletionEvent> events(Job job) throws IOException {
    List<TaskCompletionEvent> events = new ArrayList<>();
    try {
      TaskCompletionEvent[] some;
      do {
        some = job.getTaskCompletionEvents(events.size(), EVENTS_AT_ONCE);
        Collections.addAll(events, some);
      } while (some.length > 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return events;
  }

  private static List<String> diagnostics(Job job, TaskCompletionEvent event) throws IOException {
    try {
      return List.of(job.getTaskDiagnostics(event.getTaskAttemptId()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static String ofStatus(Job job, Path failures) throws IOException {
    try {
      String info = job.getStatus().getFailureInfo();
      if (info != null && !info.isBlank() && !info.equals("NA")) {
        return FailedJob.ofWords(OneLine.of(info), job.getConfiguration());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FailedJob.ofNothing(job.getConfiguration(), failures)
        .orElse("no task has left a cause; run again with --verbose to see the log");
  }
}
