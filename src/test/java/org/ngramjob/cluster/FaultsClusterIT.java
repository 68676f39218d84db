// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is killed with a signal that nothing can catch: the result has the same bytes. */
@Tag("cluster")
@ExtendWith(RealCluster.Extension.class)
class FaultsClusterIT {
  private static final String COUNT = "2/3 count";
  private static final String ESTIMATE = "3/3 estimate";

  private static String output(String fault, TaskProcesses.Kind kind) {
    return "/faults-" + fault + "/" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** A mapper's, a reducer's, and the master's while it has a reducer to lose: in one job. */
  @Test
  void survivesTheDeathOfContainers(RealCluster cluster) throws Exception {
    String output = output("container", TaskProcesses.Kind.MASTER);
    Driver driver = cluster.training().start(output);
    TaskProcesses processes = cluster.processes(COUNT, driver);
    TaskProcesses.kill(processes.await(TaskProcesses.Kind.MAP, driver));
    ProcessHandle reducer = processes.await(TaskProcesses.Kind.REDUCE, driver);
    TaskProcesses.kill(reducer);
    processes.awaitRival(reducer, driver);
    TaskProcesses.kill(processes.await(TaskProcesses.Kind.MASTER, driver));
    cluster.training().expectDone(driver, output);
  }

  /** With all that runs on it. */
  @ParameterizedTest
  @EnumSource(names = {"MAP", "REDUCE"})
  void survivesTheDeathOfANodeManager(TaskProcesses.Kind kind, RealCluster cluster)
      throws Exception {
    String output = output("node", kind);
    Driver driver = cluster.training().start(output);
    TaskProcesses processes = cluster.processes(COUNT, driver);
    int node = processes.node(processes.await(kind, driver));
    DeadNode dead = new DeadNode(cluster, node, "nodemanager");
    try {
      cluster.training().expectDone(driver, output);
    } finally {
      dead.start();
    }
  }

  /** Every block has a replica on the other node. */
  @Test
  void survivesTheDeathOfADataNode(RealCluster cluster) throws Exception {
    String output = output("data", TaskProcesses.Kind.MAP);
    Driver driver = cluster.training().start(output);
    TaskProcesses processes = cluster.processes(COUNT, driver);
    int node = processes.node(processes.await(TaskProcesses.Kind.MAP, driver));
    DeadNode dead = new DeadNode(cluster, node, "datanode");
    try {
      cluster.training().expectDone(driver, output);
    } finally {
      dead.start();
    }
  }

  /**
   * A task that stands still gets a rival, and goes on when the rival is there: both write what
   * only one may hand in.
   */
  @Test
  void takesTheResultOfOneOfTwoRivals(RealCluster cluster) throws Exception {
    String output = output("slow", TaskProcesses.Kind.MAP);
    Driver driver = cluster.training().start(output, "-Dmapreduce.map.speculative=true");
    TaskProcesses processes = cluster.processes(ESTIMATE, driver);
    ProcessHandle slow = processes.await(TaskProcesses.Kind.MAP, driver);
    TaskProcesses.signal(slow, "STOP");
    try {
      processes.awaitRival(slow, driver);
    } finally {
      TaskProcesses.signal(slow, "CONT");
    }
    cluster.training().expectDone(driver, output);
  }
}
