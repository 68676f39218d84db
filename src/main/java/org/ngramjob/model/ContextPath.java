// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;

/**
 * The nodes of a context and of all its shorter contexts, from the empty one as far as the text has
 * seen it. Pointed at one context after another; belongs to one thread.
 */
public final class ContextPath {
  private static final int NONE = -1;

  /** A place that no follower has. */
  private static final int ELSEWHERE = Integer.MAX_VALUE;

  private final ModelShards shards;
  private final ModelShard upper;
  private final ModelShard[] shard;
  private final int[] node;
  private final int[] context;
  private final BackOffWeights weights;
  private int depth;
  private int length;

  /** The shard of the context's bucket. */
  private ModelShard bucket;

  /** The word that has been found, or -1, and where it follows at each depth. */
  private int sought = NONE;

  private final int[] places;
  private final long[] values;
  private final ContextShares[] shares;

  ContextPath(int order, ModelShards shards, BackOffWeights weights) {
    this.shards = shards;
    this.upper = shards.upper();
    this.shard = new ModelShard[order];
    this.node = new int[order];
    this.context = new int[order - 1];
    this.places = new int[order];
    this.values = new long[order];
    this.shares = new ContextShares[order];
    this.weights = weights;
    shard[0] = upper;
    bucket = upper;
  }

  /**
   * Goes to a context.
   *
   * @param reversed the words before, nearest first; what exceeds order - 1 words is ignored
   */
  public ContextPath goTo(int[] reversed, int from, int words) {
    begin(reversed, from, words);
    int upperNode = 0;
    int bucketNode = 0;
    while (depth < length) {
      int id = context[depth];
      upperNode = upperNode < 0 ? NONE : upper.child(depth, upperNode, id);
      bucketNode = bucketNode < 0 ? NONE : bucket.child(depth, bucketNode, id);
      if (upperNode < 0 && bucketNode < 0) {
        break;
      }
      reach(upperNode, bucketNode);
    }
    return this;
  }

  /** Takes up a context without going anywhere yet. */
  void begin(int[] reversed, int from, int words) {
    length = Math.min(words, context.length);
    System.arraycopy(reversed, from, context, 0, length);
    depth = 0;
    sought = NONE;
    if (length > 0) {
      bucket = shards.bucketOf(context, 0, length);
    }
  }

  /**
   * Goes one word farther.
   *
   * @param upperNode of the context in the shard above the buckets, or -1
   * @param bucketNode of it in the bucket's shard, or -1; one of both is there
   */
  void reach(int upperNode, int bucketNode) {
    depth++;
    shard[depth] = upperNode >= 0 ? upper : bucket;
    node[depth] = upperNode >= 0 ? upperNode : bucketNode;
  }

  /**
   * Notes what has been found out at a depth, which the following methods then know.
   *
   * @param place where the word follows, or -1
   * @param value of it there: its count, or the bits of its logarithm
   * @param newShares of the context; null where they are not known
   */
  void found(int atDepth, int word, int place, long value, ContextShares newShares) {
    sought = word;
    places[atDepth] = place;
    values[atDepth] = value;
    shares[atDepth] = newShares;
  }

  /** Notes the count, 0 for none, of the word that has been sought and not been looked for here. */
  void counted(int atDepth, long count) {
    places[atDepth] = count > 0 ? ELSEWHERE : NONE;
    values[atDepth] = count;
  }

  ModelShard bucket() {
    return bucket;
  }

  ModelShard upper() {
    return upper;
  }

  int order() {
    return node.length;
  }

  /** The context's word at this distance, 0 being the nearest. */
  int contextWord(int distance) {
    return context[distance];
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

  /** What the context at a depth frees and its followers keep, in a model of counts. */
  ContextShares shares(int atDepth, Smoothing smoothing) {
    return sought != NONE && shares[atDepth] != null
        ? shares[atDepth]
        : shard[atDepth].shares(atDepth, shard[atDepth].state(atDepth, node[atDepth]), smoothing);
  }

  /** The place of a follower at a depth, or -1; for {@link #count} and {@link #word}. */
  public int find(int atDepth, int word) {
    return word == sought ? places[atDepth] : shard[atDepth].find(atDepth, node[atDepth], word);
  }

  /** Length of the longest n-gram of the tables that ends in this word here; 0 for none. */
  int matched(int word) {
    for (int atDepth = depth; atDepth >= 0; atDepth--) {
      if (find(atDepth, word) >= 0) {
        return atDepth + 1;
      }
    }
    return 0;
  }

  /** The place, within the depth, of the first follower of the context at a depth. */
  public int firstFollower(int atDepth) {
    return shard[atDepth].firstFollower(atDepth, node[atDepth]);
  }

  /** The place behind its last follower. */
  public int endFollower(int atDepth) {
    return shard[atDepth].firstFollower(atDepth, node[atDepth] + 1);
  }

  /**
   * The word of a follower.
   *
   * @param follower its place within the depth
   */
  public int word(int atDepth, int follower) {
    return shard[atDepth].word(atDepth, follower);
  }

  /** The count of a follower, in a model of counts. */
  public long count(int atDepth, int follower) {
    return sought != NONE && follower == places[atDepth]
        ? values[atDepth]
        : shard[atDepth].count(atDepth, follower);
  }

  /** log10 P of a follower, in a model of logarithms. */
  float log10Probability(int atDepth, int follower) {
    return sought != NONE && follower == places[atDepth]
        ? Float.intBitsToFloat((int) values[atDepth])
        : shard[atDepth].log10Probability(atDepth, follower);
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
