// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobID;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class JobMonitorTest {
  /** A job that is done as soon as it is submitted; nobody remembers its counters. */
  private static final class Forgotten extends Job {
    @SuppressWarnings("deprecation")
    Forgotten() throws IOException {
      super(new Configuration());
      setJobID(new JobID("2026", 7));
    }

    @Override
    public void submit() {
      // Nowhere to go.
    }

    @Override
    public boolean isComplete() {
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

  /** As where the application is gone and no history server has taken note of it. */
  @Test
  void aJobWithoutCountersHasFailed() throws IOException {
    PrintStream silent = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    JobMonitor monitor =
        new JobMonitor(new CurrentJob(), new Progress(silent, false, System::nanoTime));
    Job job = new Forgotten();
    FileSystem local = FileSystem.getLocal(new Configuration());

    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> monitor.run(job, "2/3 count", "", local, new Path("/none")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessage(
            "stage 2/3 count: job job_2026_0007 has succeeded but its counters are gone;"
                + " is the job history server running?");
  }
}
