// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.Script;

/** Whatever is killed with a signal that nothing can catch: the result has the same bytes. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class FaultsClusterIT {
  private static final int LINES = 6000;

  @TempDir Path directory;

  /** Several maps and reducers of every stage, so that some are done when one is killed. */
  private static String[] train(String text, String output) {
    return new String[] {
      "train",
      "-Dmapreduce.job.reduces=2",
      "-Dngramjob.vocabulary.bucket-weight=3000",
      "-Dngramjob.store.split-bytes=262144",
      "-Dmapreduce.input.fileinputformat.split.maxsize=262144",
      "--input",
      text,
      "--output",
      output
    };
  }

  private Driver start(RealCluster cluster, String output) throws IOException {
    org.apache.hadoop.fs.Path text = new org.apache.hadoop.fs.Path("/faults/text.txt");
    if (!cluster.hdfs().exists(text)) {
      Path local = directory.resolve("text.txt");
      new SampleText().plain(local, LINES);
      cluster.hdfs().copyFromLocalFile(new org.apache.hadoop.fs.Path(local.toUri()), text);
    }
    return cluster.start(train(text.toString(), output));
  }

  /** The bytes that the local runner makes of the same text. */
  private SortedMap<String, String> expected() throws IOException, InterruptedException {
    Path output = RealCluster.STATE.resolve("undisturbed");
    org.apache.hadoop.fs.Path hadoop = new org.apache.hadoop.fs.Path(output.toUri());
    if (!output.resolve("_MANIFEST.json").toFile().exists()) {
      Path text = RealCluster.STATE.resolve("undisturbed.txt");
      new SampleText().plain(text, LINES);
      Script.Outcome outcome =
          Script.named("ngram-job").run(train(text.toString(), output.toString()));
      assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }
    return Contents.of(hadoop, new Configuration());
  }

  private void expectDone(RealCluster cluster, Driver driver, String output)
      throws IOException, InterruptedException {
    Script.Outcome outcome = driver.await();
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(output);
    assertThat(Contents.of(path, cluster.configuration())).as(outcome.err()).isEqualTo(expected());
    for (FileStatus status : cluster.hdfs().listStatus(path)) {
      assertThat(status.getPath().getName()).as("left aside").doesNotStartWith(".");
    }
  }

  @ParameterizedTest
  @EnumSource
  void survivesTheDeathOfAContainer(TaskProcesses.Kind kind, RealCluster cluster) throws Exception {
    String output = "/faults/" + kind.name().toLowerCase(java.util.Locale.ROOT);
    Driver driver = start(cluster, output);
    if (kind == TaskProcesses.Kind.MASTER) {
      // Not before it has something to lose.
      cluster.processes().await(TaskProcesses.Kind.MAP, driver);
    }
    cluster.processes().kill(kind, driver);
    expectDone(cluster, driver, output);
  }

  @ParameterizedTest
  @EnumSource(names = {"MAP", "REDUCE"})
  void survivesTheDeathOfANode(TaskProcesses.Kind kind, RealCluster cluster) throws Exception {
    String output = "/faults/node-" + kind.name().toLowerCase(java.util.Locale.ROOT);
    Driver driver = start(cluster, output);
    int node = cluster.processes().node(cluster.processes().await(kind, driver));
    assertThat(cluster.script("kill-node", Integer.toString(node), "nodemanager").exitCode())
        .isZero();
    try {
      expectDone(cluster, driver, output);
    } finally {
      Script.Outcome started = cluster.script("start-node", Integer.toString(node), "nodemanager");
      assertThat(started.exitCode()).as(started.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/3 vocabulary", "2/3 count", "3/3 estimate"})
  void resumesAfterTheDeathOfTheDriver(String stage, RealCluster cluster) throws Exception {
    String output = "/faults/driver-" + stage.charAt(0);
    Driver first = start(cluster, output);
    new Jobs(cluster.configuration()).awaitRunning(stage, first);
    first.kill();

    Driver second = start(cluster, output);
    expectDone(cluster, second, output);
    assertThat(new Jobs(cluster.configuration()).unfinished()).as("orphaned jobs").isEmpty();
    long skipped = second.said().lines().filter(line -> line.contains(" skipped: ")).count();
    assertThat(skipped).as(second.said()).isEqualTo(stage.charAt(0) - '1');
  }

  @Test
  void refusesASecondDriverOnOneOutput(RealCluster cluster) throws Exception {
    Driver first = start(cluster, "/faults/two");
    cluster.processes().await(TaskProcesses.Kind.MASTER, first);
    Script.Outcome second = start(cluster, "/faults/two").await();
    assertThat(second.exitCode()).as(second.err()).isEqualTo(4);
    assertThat(second.err()).contains("is being written by process ").hasLineCount(1);
    expectDone(cluster, first, "/faults/two");
  }
}
