// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * Meets every context of a model once: the upper nodes, then bucket by bucket what is below them, a
 * context before the longer ones.
 */
final class ContextWalk {
  private final ModelShard upper;
  private final ContextVisitor visitor;
  private final int[] path;

  ContextWalk(ModelShard upper, ContextVisitor visitor) {
    this.upper = upper;
    this.visitor = visitor;
    this.path = new int[upper.order()];
  }

  void walkUpper() {
    visit(upper, 0, 0, -1);
  }

  void walk(ModelShard bucket) {
    visit(bucket, 0, 0, 0);
  }

  /** Visits a node and those below it; upperNode is -1 where it stands in no other shard. */
  private void visit(ModelShard shard, int depth, int node, int upperNode) {
    if (upperNode < 0) {
      visitor.context(path, depth);
    }
    if (depth + 1 == shard.order()) {
      return;
    }
    int end = shard.firstChild(depth, node + 1);
    for (int child = shard.firstChild(depth, node); child < end; child++) {
      int id = shard.id(depth + 1, child);
      path[depth] = id;
      visit(shard, depth + 1, child, upperNode < 0 ? -1 : upper.child(depth, upperNode, id));
    }
  }
}
