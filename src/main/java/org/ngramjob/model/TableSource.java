// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/** Makes the tables of a shard's contexts, one after another in the order of a walk. */
interface TableSource {
  /** Goes to the front of a shard. */
  void open(ModelShard shard, ShardRun.Foresight foresight);

  /** The shard's columns. */
  ShardRun run();

  /**
   * The first of the nodes in [from, to) that a visitor wants to meet, or {@code to}: without
   * tables there may be no need to meet all of those that no longer context begins with.
   */
  default int firstWanted(int depth, int from, int to, ProbabilityWalk.Visitor visitor) {
    return from;
  }

  /**
   * Fills a table with the followers of a node's context, where they are asked for, and with its
   * back-off weight.
   *
   * @param shorter the table of the context without its farthest word; null for the empty context
   */
  void fill(ContextTable table, int depth, int node, ContextTable shorter);
}
