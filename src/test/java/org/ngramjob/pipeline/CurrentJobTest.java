// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.junit.jupiter.api.Test;

class CurrentJobTest {
  private final CurrentJob current = new CurrentJob();

  /** A job that tells whether it was killed. */
  private static final class Victim extends Job {
    private boolean killed;

    @SuppressWarnings("deprecation")
    Victim() throws IOException {
      super(new Configuration());
    }

    @Override
    public void killJob() {
      killed = true;
    }

    @Override
    public boolean isComplete() {
      return killed;
    }
  }

  @Test
  void killsTheJobThatRuns() throws IOException {
    Victim job = new Victim();
    current.begin(job);
    current.submitted();

    current.stop();

    assertThat(job.killed).isTrue();
  }

  @Test
  void leavesAJobThatIsDoneAlone() throws IOException {
    Victim job = new Victim();
    current.begin(job);
    current.submitted();
    current.end();

    current.stop();

    assertThat(job.killed).isFalse();
  }

  /** The driver's own thread goes on after an interrupt, to the next job if it may. */
  @Test
  void noJobBeginsAfterAnInterrupt() throws IOException {
    Victim next = new Victim();
    current.begin(new Victim());
    current.submitted();
    current.stop();
    current.end();

    assertThatThrownBy(() -> current.begin(next))
        .isInstanceOf(IOException.class)
        .hasMessage("this run is over");
    current.stop();
    assertThat(next.killed).isFalse();
  }
}
