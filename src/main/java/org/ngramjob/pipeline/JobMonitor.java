// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobStatus;
import org.ngramjob.diagnosis.SchedulerRefusal;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.settings.Framework;

/** Submits a job, shows how far it is, and ends with its counters or a {@link Failure}. */
final class JobMonitor {
  private static final int LOCAL_POLL_MILLIS = 20;
  private static final int CLUSTER_POLL_MILLIS = 500;

  private final CurrentJob current;
  private final Progress progress;

  JobMonitor(CurrentJob current, Progress progress) {
    this.current = current;
    this.progress = progress;
  }

  Counters run(Job job, String step, String label, FileSystem fileSystem, Path failures)
      throws IOException, InterruptedException {
    current.begin(job);
    String readOn = "";
    try {
      submit(job, step);
      current.submitted();
      readOn = JobFailure.whereToReadOn(job);
      if (!Framework.isLocal(job.getConfiguration())) {
        progress.line(
            step + " runs as " + JobFailure.application(job) + ": " + job.getTrackingURL());
      }
      watch(job, label);
    } catch (ClassNotFoundException e) {
      throw new IOException("a class the job names is not on the classpath: " + e.getMessage(), e);
    } catch (IOException | InterruptedException e) {
      // Nobody would wait for it any more, and its place is about to be removed.
      CurrentJob.kill(job);
      if (e instanceof IOException io && LostJob.isBehind(io)) {
        throw JobFailure.of(step, job, readOn, fileSystem, failures);
      }
      throw e;
    } finally {
      current.end();
    }
    if (!job.isSuccessful()) {
      throw JobFailure.of(step, job, readOn, fileSystem, failures);
    }
    Counters counters = job.getCounters();
    if (counters == null) {
      throw new Failure(
          ExitCode.JOB_FAILED,
          "stage "
              + step
              + ": job "
              + job.getJobID()
              + " has succeeded but its counters are gone; is the job history server running?");
    }
    return counters;
  }

  private static void submit(Job job, String step)
      throws IOException, InterruptedException, ClassNotFoundException {
    try {
      job.submit();
    } catch (IOException e) {
      Optional<Failure> refused = SchedulerRefusal.ofSubmission(e, job.getConfiguration());
      if (refused.isPresent()) {
        throw new Failure(
            refused.get().exitCode(),
            "stage " + step + ": its job cannot be submitted: " + refused.get().getMessage(),
            e);
      }
      throw e;
    }
  }

  private void watch(Job job, String label) throws IOException, InterruptedException {
    boolean local = Framework.isLocal(job.getConfiguration());
    boolean hasReduce = job.getNumReduceTasks() > 0;
    float map = 0;
    float reduce = 0;
    while (!job.isComplete()) {
      JobStatus status = job.getStatus();
      if (status.getState() == JobStatus.State.PREP) {
        progress.waiting(label);
      } else {
        // The local runner hears late from tasks that are done, and would go back.
        map = local ? Math.max(map, status.getMapProgress()) : status.getMapProgress();
        reduce = local ? Math.max(reduce, status.getReduceProgress()) : status.getReduceProgress();
        progress.update(label, map, reduce, hasReduce);
      }
      Thread.sleep(local ? LOCAL_POLL_MILLIS : CLUSTER_POLL_MILLIS);
    }
  }
}
