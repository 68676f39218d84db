// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ngramjob.Script;

/** What goes wrong on a cluster ends in one line, the right exit code, and nothing half done. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class ErrorsClusterIT {
  private static void write(RealCluster cluster, String path, byte[] bytes) throws IOException {
    try (var out = cluster.hdfs().create(new Path(path))) {
      out.write(bytes);
    }
  }

  private static void expect(Script.Outcome outcome, int exitCode, String... words) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().filter(line -> line.startsWith("ngram-job: ")).toList())
        .as(outcome.err())
        .singleElement()
        .asString()
        .contains(words);
    assertThat(outcome.err()).doesNotContain("\tat ", "Exception in thread");
  }

  @Test
  void namesAnInputThatIsNotThere(RealCluster cluster) throws Exception {
    Script.Outcome outcome =
        cluster.job("train", "--input", "/errors/none*", "--output", "/errors/out");
    expect(outcome, 3, "/errors/none*");
    assertThat(outcome.err()).hasLineCount(1);
    assertThat(cluster.hdfs().exists(new Path("/errors/out"))).isFalse();
  }

  /** Found by a task on another machine; its line and its exit code reach the user. */
  @Test
  void carriesTheErrorOfATask(RealCluster cluster) throws Exception {
    write(cluster, "/errors/special.txt", "今天 <s> 天气\n".getBytes(StandardCharsets.UTF_8));
    Script.Outcome outcome =
        cluster.job(
            "train",
            "-Dmapreduce.map.maxattempts=1",
            "--special-words",
            "fail",
            "--input",
            "/errors/special.txt",
            "--output",
            "/errors/special");
    expect(outcome, 3, "<s>", "/errors/special.txt");
    assertThat(cluster.hdfs().exists(new Path("/errors/special"))).isFalse();
  }

  /** A JVM that cannot even start: no code of ours runs in the task. */
  @Test
  void saysWhereToReadOnWhenAJobFails(RealCluster cluster) throws Exception {
    write(cluster, "/errors/good.txt", "今天 天气 好\n".getBytes(StandardCharsets.UTF_8));
    Script.Outcome outcome =
        cluster.job(
            "train",
            "-Dmapreduce.map.java.opts=-Xmx1k",
            "-Dmapreduce.map.maxattempts=1",
            "--input",
            "/errors/good.txt",
            "--output",
            "/errors/failed");
    expect(
        outcome,
        1,
        "stage 1/3 vocabulary: job job_",
        "tracking URL http://",
        "yarn logs -applicationId application_");
    assertThat(cluster.hdfs().exists(new Path("/errors/failed"))).isFalse();
  }

  @Test
  void tellsAStrangerWhatIsForbidden(RealCluster cluster) throws Exception {
    write(cluster, "/errors/private/text.txt", "今天\n".getBytes(StandardCharsets.UTF_8));
    FileSystem hdfs = cluster.hdfs();
    hdfs.setPermission(new Path("/errors/private"), new FsPermission("700"));
    Driver reader =
        new Driver(
            RealCluster.STATE,
            Map.of("HADOOP_USER_NAME", "stranger"),
            "train",
            "--input",
            "/errors/private/text.txt",
            "--output",
            "/tmp/strangers-model");
    expect(reader.await(), 3, "/errors/private", "stranger");
    write(cluster, "/errors/good.txt", "今天 天气 好\n".getBytes(StandardCharsets.UTF_8));
    Driver writer =
        new Driver(
            RealCluster.STATE,
            Map.of("HADOOP_USER_NAME", "stranger"),
            "train",
            "--input",
            "/errors/good.txt",
            "--output",
            "/errors/strangers-model");
    expect(writer.await(), 3, "/errors/strangers-model", "stranger");
  }
}
