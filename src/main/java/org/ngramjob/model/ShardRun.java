// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;

/**
 * A {@link ModelShard} read from front to back: at each depth nodes and followers are asked for in
 * ascending order, as a walk does that meets a context before the longer ones.
 */
final class ShardRun {
  /** Learns which words come next, some dozens at a time. */
  interface Foresight {
    /** Last words of contexts. */
    void ids(int[] ids, int length);

    /** Followers of contexts of this length. */
    void words(int depth, int[] words, int length);
  }

  private final Level[] levels;
  private ModelShard shard;

  /** The columns of one depth. */
  private static final class Level {
    final PackedRun ids = new PackedRun();
    final PackedRun children = new PackedRun();
    final PackedRun followers = new PackedRun();
    final PackedRun states = new PackedRun();
    final PackedRun words = new PackedRun();
    final PackedRun values = new PackedRun();

    void open(ShardLevel level, int depth, Foresight foresight) {
      ids.open(level.ids(), foresight::ids);
      children.open(level.children());
      followers.open(level.followers());
      states.open(level.states());
      words.open(level.words(), (numbers, length) -> foresight.words(depth, numbers, length));
      values.open(level.values());
    }
  }

  ShardRun(int order) {
    this.levels = new Level[order];
    Arrays.setAll(levels, depth -> new Level());
  }

  /** Goes to the front of a shard. */
  void open(ModelShard newShard, Foresight foresight) {
    shard = newShard;
    for (int depth = 0; depth < levels.length; depth++) {
      levels[depth].open(newShard.level(depth), depth, foresight);
    }
  }

  ModelShard shard() {
    return shard;
  }

  int id(int depth, int node) {
    return levels[depth].ids.get(node);
  }

  int firstChild(int depth, int node) {
    return levels[depth].children.get(node);
  }

  int firstFollower(int depth, int node) {
    return levels[depth].followers.get(node);
  }

  int word(int depth, int follower) {
    return levels[depth].words.get(follower);
  }

  /** The code of a node's totals in a shard of counts. */
  int totals(int depth, int node) {
    return levels[depth].states.get(node);
  }

  /** The count of a follower in a shard of counts. */
  long count(int depth, int follower) {
    return shard.countOfCode(depth, levels[depth].values.get(follower));
  }

  /** log10 of a context's back-off weight in a shard of logarithms. */
  float log10Weight(int depth, int node) {
    return Float.intBitsToFloat(levels[depth].states.get(node));
  }

  /** log10 P of a follower in a shard of logarithms. */
  float log10Probability(int depth, int follower) {
    return Float.intBitsToFloat(levels[depth].values.get(follower));
  }
}
