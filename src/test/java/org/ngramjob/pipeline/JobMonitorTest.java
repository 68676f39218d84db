// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.JobStatus;
import org.apache.hadoop.mapreduce.TaskCompletionEvent;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class JobMonitorTest {
  /** A job that is done as soon as it is submitted; nobody remembers its counters. */
  private static class Forgotten extends Job {
    @SuppressWarnings("deprecation")
    Forgotten() throws IOException {
      super(new Configuration());
      setJobID(new JobID("2026", 7));
    }

    @Override
    public void submit() throws IOException {
      // Nowhere to go.
    }

    @Override
    public boolean isComplete() throws IOException {
      return true;
    }

    @Override
    public boolean isSuccessful() {
      return true;
    }

    @Override
    public Counters getCounters() {
      return null;
    }
  }

  /** A job of which Hadoop has no status any more once it is submitted. */
  private static final class Lost extends Forgotten {
    private boolean known = true;

    Lost() throws IOException {
      getConfiguration().set("mapreduce.framework.name", "a cluster");
    }

    @Override
    public String getTrackingURL() {
      if (!known) {
        throw new NullPointerException("status");
      }
      return "http://master/";
    }

    @Override
    public boolean isComplete() throws IOException {
      known = false;
      throw new IOException("Job status not available ");
    }

    @Override
    public TaskCompletionEvent[] getTaskCompletionEvents(int from, int number) throws IOException {
      throw new IOException("java.io.IOException: Unknown Job job_2026_0007");
    }
  }

  /** A job that the cluster does not take. */
  private static final class Refused extends Forgotten {
    Refused() throws IOException {}

    @Override
    public void submit() throws IOException {
      throw new IOException("application_1 submitted to unknown queue: night");
    }
  }

  /** A job that waits in a queue once, runs once and is done. */
  private static final class Queued extends Forgotten {
    private final Iterator<JobStatus.State> states =
        List.of(JobStatus.State.PREP, JobStatus.State.RUNNING).iterator();

    Queued() throws IOException {}

    @Override
    public boolean isComplete() {
      return !states.hasNext();
    }

    @Override
    public JobStatus getStatus() {
      return new JobStatus() {
        private final State state = states.next();

        @Override
        public State getState() {
          return state;
        }
      };
    }

    @Override
    public Counters getCounters() {
      return new Counters();
    }
  }

  private static Failure failureOf(Job job) throws IOException {
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    JobMonitor monitor =
        new JobMonitor(new CurrentJob(), new Progress(silent, false, System::nanoTime));
    FileSystem local = FileSystem.getLocal(new Configuration());
    return catchThrowableOfType(
        Failure.class, () -> monitor.run(job, "2/3 count", "", local, new Path("/none")));
  }

  @Test
  void aJobThatTheClusterHasForgottenIsSaidToBeSo() throws IOException {
    Failure failure = failureOf(new Lost());

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessageStartingWith(
            "stage 2/3 count: job job_2026_0007 failed: the cluster no longer knows it")
        .hasMessageEndingWith(
            "; tracking URL http://master/; logs: yarn logs -applicationId application_2026_0007");
  }

  /** Nothing of it is on the cluster. */
  @Test
  void aJobThatIsRefusedNamesItsStageAndTheRemedy() throws IOException {
    assertThat(failureOf(new Refused()))
        .hasMessageStartingWith(
            "stage 2/3 count: its job cannot be submitted: application_1 submitted to unknown queue: night; ")
        .hasMessageContaining("-Dmapreduce.job.queuename=NAME");
  }

  /** Every look at the clock is a minute later, so everything is shown. */
  @Test
  void aJobThatWaitsForTheClusterIsSaidToWait() throws IOException, InterruptedException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    AtomicLong minutes = new AtomicLong();
    Progress progress =
        new Progress(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            false,
            () -> TimeUnit.MINUTES.toNanos(minutes.incrementAndGet()));
    progress.begin("2/3 count", 0);
    new JobMonitor(new CurrentJob(), progress)
        .run(
            new Queued(),
            "2/3 count",
            "",
            FileSystem.getLocal(new Configuration()),
            new Path("/none"));

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "2/3 count waits for the cluster to start it, 0:01:00",
            "2/3 count 0% (map 0%, reduce 0%) 0:02:00");
  }

  /** As where the application is gone and no history server has taken note of it. */
  @Test
  void aJobWithoutCountersHasFailed() throws IOException {
    Failure failure = failureOf(new Forgotten());

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessage(
            "stage 2/3 count: job job_2026_0007 has succeeded but its counters are gone;"
                + " is the job history server running?");
  }
}
