// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.AccessControlException;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Words are those of Hadoop 3.4.3. */
class SchedulerRefusalTest {
  private final Configuration job = new Configuration();

  private Failure submission(IOException error) {
    return SchedulerRefusal.ofSubmission(error, job).orElseThrow();
  }

  @Test
  void namesTheSettingOfTheQueue() {
    job.set("mapreduce.job.queuename", "night");
    Failure failure =
        submission(
            new IOException(
                "org.apache.hadoop.yarn.exceptions.YarnException: Failed to submit application_1_0005"
                    + " to YARN : Application application_1_0005 submitted by user root to unknown"
                    + " queue: night"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.JOB_FAILED);
    assertThat(failure)
        .hasMessage(
            "Failed to submit application_1_0005 to YARN : Application application_1_0005 submitted by"
                + " user root to unknown queue: night; -Dmapreduce.job.queuename=NAME names another"
                + " queue (now night), mapred queue -list shows them");
  }

  @Test
  void namesTheSettingOfTheMastersMemory() {
    job.setInt("yarn.app.mapreduce.am.resource.mb", 9000);

    assertThat(submission(new IOException("Invalid resource request! Cannot allocate containers")))
        .hasMessageContaining("-Dyarn.app.mapreduce.am.resource.mb=MB (now 9000)");
  }

  /** A user without a home directory, where jobs are staged in home directories. */
  @Test
  void saysWhatAStagingDirectoryIsFor() {
    job.set("yarn.app.mapreduce.am.staging-dir", "/user");
    Failure failure =
        submission(
            new AccessControlException(
                "Permission denied: user=u, access=WRITE, inode=\"/user\":root:supergroup:drwxr-xr-x"));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure)
        .hasMessageContaining("inode=\"/user\"")
        .hasMessageContaining("yarn.app.mapreduce.am.staging-dir")
        .hasMessageEndingWith("ask an administrator to make it");
  }

  @Test
  void leavesOtherErrorsAlone() {
    AccessControlException elsewhere =
        new AccessControlException("Permission denied: user=u, inode=\"/data\":root");
    assertThat(SchedulerRefusal.ofSubmission(elsewhere, job)).isEmpty();
    IOException busy = new IOException("Call queue is full on h:8020");
    assertThat(SchedulerRefusal.ofSubmission(busy, job)).isEmpty();
    assertThat(SchedulerRefusal.ofWords("it rained", job)).isEmpty();
  }

  @Test
  void namesTheSettingOfATasksMemory() {
    job.setInt("mapreduce.reduce.memory.mb", 8192);
    String most =
        "The required REDUCE capability is more than the supported max container capability in the"
            + " cluster. Killing the Job";

    assertThat(FailedJob.ofWords(most, job))
        .startsWith(most + "; ask for less with -Dmapreduce.reduce.memory.mb=MB (now 8192); ");
  }

  @Test
  void namesTheSettingsOfAContainerThatWasTooSmall() {
    String killed =
        "Container [pid=1,containerID=container_1] is running 371425280B beyond the 'PHYSICAL' memory"
            + " limit. Current usage: 602.2 MB of 256 MB physical memory used";

    assertThat(FailedJob.ofWords(killed, job))
        .startsWith(killed + "; ")
        .contains("-Dmapreduce.map.memory.mb=MB", "-Dmapreduce.reduce.memory.mb=MB");
  }
}
