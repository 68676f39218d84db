// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.FinalApplicationStatus;
import org.apache.hadoop.yarn.util.Records;
import org.junit.jupiter.api.Test;

class LostJobTest {
  private static String cause(String diagnostics) {
    ApplicationReport report = Records.newRecord(ApplicationReport.class);
    report.setFinalApplicationStatus(FinalApplicationStatus.FAILED);
    report.setDiagnostics(diagnostics);
    return LostJob.cause(Optional.of(report), new Configuration());
  }

  @Test
  void saysThatAClusterHasForgottenIt() {
    assertThat(LostJob.cause(Optional.empty(), new Configuration()))
        .contains("restart of the ResourceManager")
        .endsWith("run the same command again");
  }

  /** As where the application master cannot write a thing, not even its history. */
  @Test
  void findsTheCauseInWhatYarnKeeps() {
    assertThat(
            cause(
                """
                Job setup failed : org.apache.hadoop.hdfs.server.namenode.SafeModeException: Cannot
                \tat a.B.c(B.java:1)
                Caused by: org.apache.hadoop.ipc.RemoteException(SafeModeException): Cannot create \
                directory /o/_temporary/1. Name node is in safe mode.
                It was turned on manually.
                """))
        .startsWith("the NameNode is in safe mode");
  }

  @Test
  void asksForTheHistoryServerWhereYarnHasNoWords() {
    assertThat(cause(""))
        .isEqualTo(
            "how it has ended (FAILED) is not written down; is the job history server running?");
  }
}
