// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.mapreduce.Job;

/** The job that a run has on the cluster, if it has one, for the thread that must end it. */
final class CurrentJob {
  private static final int SUBMISSION_MILLIS = 12_000;
  private static final int KILL_MILLIS = 5_000;

  private Job job;
  private boolean submitting;
  private boolean stopped;

  /** A job is about to be submitted. */
  synchronized void begin(Job begun) throws IOException {
    if (stopped) {
      throw new IOException("this run is over");
    }
    job = begun;
    submitting = true;
  }

  /** It is on the cluster and can be killed. */
  synchronized void submitted() {
    submitting = false;
    notifyAll();
  }

  /** It is done, or has never come to run. */
  synchronized void end() {
    job = null;
    submitting = false;
    notifyAll();
  }

  /** Kills the job, if there is one, and lets no other begin. */
  void stop() {
    try {
      Job running = awaitSubmission();
      if (running != null) {
        kill(running);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A job on its way to the cluster is out of reach until it is there. */
  private synchronized Job awaitSubmission() throws InterruptedException {
    stopped = true;
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SUBMISSION_MILLIS);
    for (long left = SUBMISSION_MILLIS; submitting && left > 0; ) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    }
    return job;
  }

  /** Waits a little, because tasks that still write would bring removed directories back. */
  static void kill(Job job) {
    try {
      job.killJob();
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(KILL_MILLIS);
      while (!job.isComplete() && System.nanoTime() < deadline) {
        Thread.sleep(50);
      }
    } catch (IOException | IllegalStateException e) {
      // Not submitted, or the cluster is away: nothing to kill that we could reach.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
