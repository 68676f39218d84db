// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
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

  static Failure of(String step, Job job, FileSystem fileSystem, Path failures) throws IOException {
    Optional<Failure> carried = TaskFailures.first(fileSystem, failures);
    if (carried.isPresent() && carried.get().exitCode() != ExitCode.JOB_FAILED) {
      Failure failure = carried.get();
      return new Failure(failure.exitCode(), failure.getMessage() + more(job), failure);
    }
    String cause = carried.isPresent() ? carried.get().getMessage() : causeIfKnown(job, failures);
    return new Failure(
        ExitCode.JOB_FAILED,
        "stage " + step + ": job " + job.getJobID() + " failed: " + cause + more(job),
        carried.map(Failure::getCause).orElse(null));
  }

  private static String more(Job job) {
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

  private static String causeIfKnown(Job job, Path failures) {
    try {
      return cause(job, failures);
    } catch (IOException e) {
      return "its cause cannot be fetched (" + OneLine.of(e) + ")";
    }
  }

  private static String cause(Job job, Path failures) throws IOException {
    for (int from = 0; ; ) {
      TaskCompletionEvent[] events = events(job, from);
      for (TaskCompletionEvent event : events) {
        // Of an attempt after which the task was tried again, or of the last one.
        if (event.getStatus() == TaskCompletionEvent.Status.FAILED
            || event.getStatus() == TaskCompletionEvent.Status.TIPFAILED) {
          Optional<String> found = TaskDiagnostics.firstCause(diagnostics(job, event));
          if (found.isPresent()) {
            String words = FailedJob.ofWords(found.get(), job.getConfiguration());
            return event.getTaskAttemptId() + ": " + words;
          }
        }
      }
      if (events.length == 0) {
        return ofStatus(job, failures);
      }
      from += events.length;
    }
  }

  private static TaskCompletionEvent[] events(Job job, int from) throws IOException {
    try {
      return job.getTaskCompletionEvents(from, EVENTS_AT_ONCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TaskCompletionEvent[0];
    }
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
        return OneLine.of(info);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return FailedJob.ofNothing(job.getConfiguration(), failures)
        .orElse("no task has left a cause; run again with --verbose to see the log");
  }
}
