// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  @Test
  void namesAnInputThatIsNotThere(RealCluster cluster) throws Exception {
    Script.Outcome outcome =
        cluster.job("train", "--input", "/errors/none*", "--output", "/errors/out");
    Outcomes.expectError(outcome, 3, "/errors/none*");
    assertThat(outcome.err()).hasLineCount(1);
    assertThat(cluster.all("/errors/out")).isEmpty();
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
    Outcomes.expectError(outcome, 3, "<s>", "/errors/special.txt");
    assertThat(cluster.all("/errors/special")).isEmpty();
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
    Outcomes.expectError(
        outcome,
        1,
        "stage 1/3 vocabulary: job job_",
        "attempt_",
        "its process has ended with exit code 1",
        "tracking URL http://",
        "yarn logs -applicationId application_");
    assertThat(cluster.all("/errors/failed")).isEmpty();
    String[] logs = command(outcome.err());
    // YARN collects a job's logs after its end.
    new Patience("the log that the error names")
        .until(
            () ->
                cluster.script(logs).out().contains("Error occurred during initialization of VM"));
  }

  /** The {@code yarn logs} line of an error as the arguments of a command. */
  private static String[] command(String error) {
    Matcher matcher = Pattern.compile("yarn logs -applicationId \\S+").matcher(error);
    assertThat(matcher.find()).as(error).isTrue();
    return matcher.group().split(" ");
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
    Outcomes.expectError(reader.await(), 3, "/errors/private", "stranger");
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
    Outcomes.expectError(writer.await(), 3, "/errors/strangers-model", "stranger");
  }
}
