// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Drivers that die, are told to stop, or meet on one output. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class DriversClusterIT {
  /**
   * Killed in every stage, each time by a signal that it cannot catch and while a task writes; the
   * same command goes on where it was.
   */
  @Test
  void resumesAfterItsDeathInEveryStage(RealCluster cluster) throws Exception {
    String output = "/drivers-killed/out";
    for (int stage = 0; stage < Training.STAGES_WITH_ARPA.size(); stage++) {
      Driver driver = cluster.training().startWithArpa(output);
      cluster
          .processes(Training.STAGES_WITH_ARPA.get(stage), driver)
          .await(TaskProcesses.Kind.MAP, driver);
      driver.kill();
      // The stage in which the one before it was killed is not done.
      assertThat(skipped(driver)).as(driver.said()).isEqualTo(Math.max(0, stage - 1));
    }

    Driver last = cluster.training().startWithArpa(output);
    cluster.training().expectDone(last, output);
    cluster.training().expectArpa(output);
    assertThat(skipped(last)).as(last.said()).isEqualTo(3);
    new Jobs(cluster.configuration()).awaitEnds();
  }

  private static long skipped(Driver driver) throws Exception {
    return driver.said().lines().filter(line -> line.contains(" skipped: ")).count();
  }

  /** Then the first one is told to stop, and leaves neither a job nor a file behind. */
  @Test
  void refusesASecondDriverOnOneOutput(RealCluster cluster) throws Exception {
    String output = "/drivers-two/out";
    Driver first = cluster.training().start(output);
    cluster.processes().await(TaskProcesses.Kind.MAP, first);
    Driver second = cluster.training().start(output);
    assertThat(second.await().exitCode()).isEqualTo(4);
    assertThat(second.said()).contains("is being written by process ").hasLineCount(1);

    first.terminate();
    cluster.training().expectFailure(first, output, 130, "interrupted", "the same command resumes");
    new Jobs(cluster.configuration()).awaitEnds();
  }
}
