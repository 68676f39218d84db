// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * Back-off weights computed lately, a fixed number of them: a weight takes a pass over all
 * followers of its context, and text meets the same contexts again and again. Belongs to one
 * thread.
 */
final class BackOffWeights {
  private static final int SLOT_BITS = 12;
  private static final int SLOTS = 1 << SLOT_BITS;

  private final ModelShard[] shards = new ModelShard[SLOTS];
  private final long[] nodes = new long[SLOTS];
  private final double[] weights = new double[SLOTS];

  /** The weight of a node, or NaN where it is not known. */
  double get(ModelShard shard, int depth, int node) {
    int slot = slot(shard, depth, node);
    return shards[slot] == shard && nodes[slot] == key(depth, node) ? weights[slot] : Double.NaN;
  }

  void put(ModelShard shard, int depth, int node, double weight) {
    int slot = slot(shard, depth, node);
    shards[slot] = shard;
    nodes[slot] = key(depth, node);
    weights[slot] = weight;
  }

  private static long key(int depth, int node) {
    return (long) depth << 32 | node;
  }

  private static int slot(ModelShard shard, int depth, int node) {
    long hash = (key(depth, node) + 31L * System.identityHashCode(shard)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> (64 - SLOT_BITS));
  }
}
