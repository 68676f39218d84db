// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskFullTest {
  private static final String REMEDY =
      "; make room where tasks keep their temporary files (-Dhadoop.tmp.dir=DIR moves them in the"
          + " local runner; on a cluster it is the node's yarn.nodemanager.local-dirs), where this"
          + " machine keeps its own (-Djava.io.tmpdir=DIR in NGRAM_JOB_JAVA_OPTS, or in"
          + " HADOOP_CLIENT_OPTS for hadoop jar, moves them) or where the output lies; df -h shows"
          + " which";

  /** As they stand in the diagnostics of a task, or come from another machine. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could not find any valid local directory for output/file.out",
        "No space available in any of the local directories.",
        "too much data in local scratch dir=/a. current size is 7 the limit is 1",
        "java.io.IOException: Disk quota exceeded",
        "The DiskSpace quota of /models is exceeded: quota = 1 B = 1 B",
        "The NameSpace quota (directories and files) of directory /models is exceeded",
      })
  void knowsWhatIsFullByItsMessage(String message) {
    assertThat(DiskFull.of(Cause.quoted(message)).orElseThrow())
        .contains(message)
        .contains("make room");
    assertThat(IoFailure.of(new IOException(message), new Configuration()).orElseThrow())
        .hasMessageContaining("make room");
  }

  @Test
  void leavesOtherErrorsAlone() {
    assertThat(DiskFull.of(Cause.quoted("disk of words"))).isEmpty();
  }

  @Test
  void tellsAQuotaFromADiskAndFromNodesWithoutRoom() {
    String quota =
        "; raise it or make room in that directory (hdfs dfs -count -q -v -h DIR shows it)";
    for (String type :
        new String[] {
          "DSQuotaExceededException", "NSQuotaExceededException", "QuotaExceededException"
        }) {
      assertThat(DiskFull.of(new Cause(type, "x")))
          .contains("x" + quota + ", then run the same command again");
    }
    assertThat(DiskFull.of(Cause.quoted("Quota by storage type : SSD on path : /a is exceeded")))
        .hasValueSatisfying(text -> assertThat(text).contains(quota));
    assertThat(DiskFull.of(Cause.quoted("/a could only be written to 0 of the 1 nodes")))
        .contains(
            "no DataNode takes the data: /a could only be written to 0 of the 1 nodes; are they"
                + " running and have they room? hdfs dfsadmin -report tells");
    for (String type : new String[] {"DiskErrorException", "DiskOutOfSpaceException"}) {
      assertThat(DiskFull.of(new Cause(type, "x"))).contains("a disk is full: x" + REMEDY);
    }
  }

  private static Configuration local(String... places) {
    Configuration job = new Configuration();
    job.setStrings("mapreduce.cluster.local.dir", places);
    return job;
  }

  /** Linux's files about processes lie on no disk, so nothing more can be laid there. */
  @Test
  void looksWhereTheLocalRunnerWrites(@TempDir java.nio.file.Path roomy) {
    assumeTrue(roomy.toFile().getUsableSpace() > 1 << 30);
    assumeTrue(new File("/proc").exists() && new File("/proc").getUsableSpace() == 0);
    Path output = new Path(roomy.toUri());
    String full = "a disk is full: No space left on device, or nearly, in /proc" + REMEDY;

    assertThat(DiskFull.ofLocalDirectories(local(roomy.toString()), output)).isEmpty();
    assertThat(DiskFull.ofLocalDirectories(local(roomy.toString(), "/proc"), output))
        .contains(full);
    assertThat(DiskFull.ofLocalDirectories(local(roomy.toString()), new Path("file:/proc")))
        .contains(full);
    // Somebody else's disk, one that is not there yet, and a job that runs elsewhere.
    assertThat(DiskFull.ofLocalDirectories(local(roomy.toString()), new Path("hdfs://a/proc")))
        .isEmpty();
    assertThat(DiskFull.ofLocalDirectories(local("/proc/none"), output)).isEmpty();
    Configuration cluster = local("/proc");
    cluster.set("mapreduce.framework.name", "yarn");
    assertThat(DiskFull.ofLocalDirectories(cluster, new Path("file:/proc"))).isEmpty();
  }
}
