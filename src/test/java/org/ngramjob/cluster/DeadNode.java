// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.ngramjob.Script;

/** A node, or one role of it, that is dead until it is started again. */
final class DeadNode {
  private final RealCluster cluster;
  private final String[] which;

  /**
   * Kills it.
   *
   * @param role one of {@code scripts/cluster kill-node}; none for the whole node
   */
  DeadNode(RealCluster cluster, int node, String... role) throws IOException, InterruptedException {
    this.cluster = cluster;
    this.which = new String[1 + role.length];
    which[0] = Integer.toString(node);
    System.arraycopy(role, 0, which, 1, role.length);
    run("kill-node");
  }

  private void run(String command) throws IOException, InterruptedException {
    String[] arguments = new String[1 + which.length];
    arguments[0] = command;
    System.arraycopy(which, 0, arguments, 1, which.length);
    Script.Outcome outcome = cluster.script(arguments);
    assertThat(outcome.exitCode()).as(outcome.err()).isZero();
  }

  /** Returns when it works again. */
  void start() throws IOException, InterruptedException {
    run("start-node");
  }
}
