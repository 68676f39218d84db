// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.ContextTotals;

/**
 * The nodes of a context and of all its shorter contexts, from the empty one as far as the text has
 * seen it. Pointed at one context after another; belongs to one thread.
 */
public final class ContextPath {
  private final ModelShards shards;
  private final ModelShard upper;
  private final ModelShard[] shard;
  private final int[] node;
  private final int contextLength;
  private final BackOffWeights weights = new BackOffWeights();
  private int depth;
  private int length;

  ContextPath(int order, ModelShards shards) {
    this.shards = shards;
    this.upper = shards.upper();
    this.shard = new ModelShard[order];
    this.node = new int[order];
    this.contextLength = order - 1;
    shard[0] = upper;
  }

  /**
   * Goes to a context.
   *
   * @param reversed the words before, nearest first; what exceeds order - 1 words is ignored
   */
  public ContextPath goTo(int[] reversed, int from, int words) {
    length = Math.min(words, contextLength);
    depth = 0;
    if (length == 0) {
      return this;
    }
    ModelShard bucket = shards.bucketOf(reversed, from, length);
    int upperNode = 0;
    int bucketNode = 0;
    while (depth < length) {
      int id = reversed[from + depth];
      upperNode = upperNode < 0 ? -1 : upper.child(depth, upperNode, id);
      bucketNode = bucketNode < 0 ? -1 : bucket.child(depth, bucketNode, id);
      if (upperNode < 0 && bucketNode < 0) {
        break;
      }
      depth++;
      shard[depth] = upperNode >= 0 ? upper : bucket;
      node[depth] = upperNode >= 0 ? upperNode : bucketNode;
    }
    return this;
  }

  /** Length of the longest context that the text has seen, up to {@link #length()}. */
  public int depth() {
    return depth;
  }

  /** Length of the context asked for, at most order - 1. */
  public int length() {
    return length;
  }

  /** Whether the text has seen the context in its whole length. */
  public boolean isWhole() {
    return depth == length;
  }

  /** The totals of the context at a depth, in a model of counts. */
  public ContextTotals totals(int atDepth) {
    return shard[atDepth].totals(atDepth, node[atDepth]);
  }

  /** The place of a follower at a depth, or -1; for {@link #count} and {@link #word}. */
  public int find(int atDepth, int word) {
    return shard[atDepth].find(atDepth, node[atDepth], word);
  }

  /** Length of the longest n-gram of the tables that ends in this word here; 0 for none. */
  public int matched(int word) {
    for (int atDepth = depth; atDepth >= 0; atDepth--) {
      if (find(atDepth, word) >= 0) {
        return atDepth + 1;
      }
    }
    return 0;
  }

  public int firstFollower(int atDepth) {
    return shard[atDepth].firstFollower(atDepth, node[atDepth]);
  }

  public int endFollower(int atDepth) {
    return shard[atDepth].firstFollower(atDepth, node[atDepth] + 1);
  }

  public int word(int atDepth, int follower) {
    return shard[atDepth].word(atDepth, follower);
  }

  /** The count of a follower, in a model of counts. */
  public long count(int atDepth, int follower) {
    return shard[atDepth].count(atDepth, follower);
  }

  /** log10 P of a follower, in a model of logarithms. */
  float log10Probability(int atDepth, int follower) {
    return shard[atDepth].log10Probability(atDepth, follower);
  }

  /** log10 of the back-off weight at a depth, in a model of logarithms. */
  float log10Weight(int atDepth) {
    return shard[atDepth].log10Weight(atDepth, node[atDepth]);
  }

  /** The back-off weight at a depth as remembered, or NaN. */
  double rememberedWeight(int atDepth) {
    return weights.get(shard[atDepth], atDepth, node[atDepth]);
  }

  void rememberWeight(int atDepth, double weight) {
    weights.put(shard[atDepth], atDepth, node[atDepth], weight);
  }
}
