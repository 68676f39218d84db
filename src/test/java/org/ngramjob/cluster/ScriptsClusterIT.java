// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.Script;

/** {@code scripts/cluster} and {@code scripts/run-cluster} as their users meet them. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class ScriptsClusterIT {
  private static void expect(Script.Outcome outcome, int exitCode, String out, String err) {
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.out()).contains(out);
    assertThat(outcome.err()).contains(err);
  }

  @Test
  void killsANodeAndStartsItAgain(RealCluster cluster) throws Exception {
    expect(cluster.script("status"), 0, "up: 2 nodes, Hadoop ", "");
    expect(cluster.script("kill-node", "2"), 0, "", "");
    Script.Outcome status = cluster.script("status");
    expect(status, 1, "nodemanager2", "");
    assertThat(status.out())
        .containsPattern("datanode1 +up")
        .containsPattern("datanode2 +DOWN")
        .containsPattern("nodemanager2 +DOWN");
    expect(cluster.script("kill-node", "2"), 1, "", "datanode2 does not run");
    expect(cluster.script("start-node", "2"), 0, "", "");
    expect(cluster.script("status"), 0, "nodemanager2", "");
    expect(cluster.script("start-node", "2"), 1, "", "datanode2 runs already");
  }

  @Test
  void refusesWhatItCannotDo(RealCluster cluster) throws Exception {
    expect(cluster.script("start"), 1, "", "it runs already");
    expect(cluster.script("kill-node", "3"), 1, "", "node (3) must be a number from 1 to 2");
    expect(cluster.script("kill-node", "1", "master"), 1, "", "role master is not one of");
    expect(cluster.script(), 2, "", "scripts/cluster start [NODES]");
    expect(cluster.script("fs", "-ls", "/none"), 1, "", "No such file or directory");
  }

  @Test
  void saysThatNothingRuns(@TempDir Path directory) throws Exception {
    Script elsewhere = Script.named("cluster").with("CLUSTER_DIR", directory);
    expect(elsewhere.run("status"), 1, "", "nothing runs");
    expect(elsewhere.run("stop"), 0, "", "nothing runs");
    expect(elsewhere.run("fs", "-ls", "/"), 1, "", "it does not run");
    expect(elsewhere.run("start", "0"), 1, "", "the number of nodes (0) must be 1 to 9");
  }

  @Test
  void showsTheJobOnTheCluster(RealCluster cluster) throws Exception {
    Script.Outcome shown = Script.named("run-cluster").with("CLUSTER_DIR", RealCluster.STATE).run();
    expect(shown, 0, "all equal byte for byte", "");
    assertThat(shown.out()).contains("判断这个词的词性").contains("That was it");
    expect(cluster.script("status"), 0, "nodemanager2", "");
  }
}
