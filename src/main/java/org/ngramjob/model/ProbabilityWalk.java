// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.trie.BucketTable;

/**
 * Walks the tables top-down with the probability of every follower at hand.
 *
 * <p>In: the shard of a bucket and the shard of upper nodes. Out: every context of the bucket, a
 * shorter one before what it begins, with P(w | context) of its followers and its back-off weight.
 * A parent in the trie is the next shorter context, so the recursion of smoothing is this walk.
 */
public final class ProbabilityWalk {
  /** Meets the contexts. */
  public interface Visitor {
    /**
     * One context.
     *
     * @param reversed the context, valid up to {@code depth}
     * @param owned whether this bucket speaks for it; contexts above a split are met by several
     */
    void context(int[] reversed, int depth, boolean owned, ContextTable table) throws IOException;
  }

  /** The method; null where the tables hold logarithms. */
  private final Smoothing smoothing;

  private final double uniform;
  private final BucketTable buckets;
  private final ModelShard upper;
  private final ContextTable[] tables;
  private final int[] path;
  private boolean rootReady;

  public ProbabilityWalk(
      Smoothing smoothing, long vocabularySize, BucketTable buckets, ModelShard upper) {
    this(vocabularySize, buckets, upper, smoothing);
    if (smoothing.lower() == LowerOrder.UNIFORM || smoothing.lower() == LowerOrder.NONE) {
      throw new IllegalArgumentException(smoothing.name() + " does not ask shorter contexts");
    }
  }

  private ProbabilityWalk(
      long vocabularySize, BucketTable buckets, ModelShard upper, Smoothing smoothing) {
    this.smoothing = smoothing;
    this.uniform = 1.0 / vocabularySize;
    this.buckets = buckets;
    this.upper = upper;
    this.tables = new ContextTable[upper.order()];
    // The root and what is next to it have long lists, which every longer context asks.
    int order = upper.order();
    int words = Math.toIntExact(vocabularySize) + 1;
    Arrays.setAll(tables, depth -> new ContextTable(depth < Math.min(2, order - 1) ? words : 0));
    this.path = new int[Math.max(1, upper.order() - 1)];
  }

  /** A walk over tables of logarithms. */
  public static ProbabilityWalk overLogarithms(
      long vocabularySize, BucketTable buckets, ModelShard upper) {
    return new ProbabilityWalk(vocabularySize, buckets, upper, null);
  }

  /** Walks one bucket. */
  public void walk(int bucket, ModelShard shard, Visitor visitor) throws IOException {
    visit(bucket, shard, 0, 0, 0, visitor);
  }

  private void visit(
      int bucket, ModelShard shard, int depth, int node, int upperNode, Visitor visitor)
      throws IOException {
    boolean above = upperNode >= 0;
    fill(above ? upper : shard, depth, above ? upperNode : node);
    visitor.context(
        path, depth, !above || buckets.bucketOf(path, 0, depth) == bucket, tables[depth]);
    if (depth + 1 == shard.order()) {
      return;
    }
    int end = shard.firstChild(depth, node + 1);
    for (int child = shard.firstChild(depth, node); child < end; child++) {
      int id = shard.id(depth + 1, child);
      path[depth] = id;
      int upperChild = above ? upper.child(depth, upperNode, id) : -1;
      visit(bucket, shard, depth + 1, child, upperChild, visitor);
    }
  }

  /** The rules of {@link LowerOrder#BACK_OFF}. */
  private static void normalise(ContextTable table, double freed, double left) {
    if (left < LowerOrder.NOTHING) {
      table.divideBy(1 - freed);
      table.setWeight(0);
    } else {
      table.setWeight(freed / left);
    }
  }

  private void fill(ModelShard shard, int depth, int node) {
    if (depth == 0) {
      if (rootReady) {
        return;
      }
      rootReady = true;
    }
    if (smoothing == null) {
      fillFromLogarithms(shard, depth, node);
      return;
    }
    ContextTable table = tables[depth];
    ContextTotals totals = shard.totals(depth, node);
    double freed = smoothing.freed(depth + 1, totals);
    boolean interpolated = smoothing.lower() == LowerOrder.INTERPOLATE;
    table.begin(totals);
    int end = shard.firstFollower(depth, node + 1);
    CompensatedSum left = new CompensatedSum(1);
    for (int i = shard.firstFollower(depth, node); i < end; i++) {
      int word = shard.word(depth, i);
      double lower = depth == 0 ? uniform : tables[depth - 1].probabilityOf(word);
      left.add(-lower);
      double kept = smoothing.kept(depth + 1, shard.count(depth, i), totals);
      table.add(word, interpolated ? kept + freed * lower : kept);
    }
    table.setWeight(freed);
    if (smoothing.lower() == LowerOrder.BACK_OFF) {
      normalise(table, freed, left.value());
    }
  }

  private void fillFromLogarithms(ModelShard shard, int depth, int node) {
    ContextTable table = tables[depth];
    table.begin(ContextTotals.UNSEEN);
    int end = shard.firstFollower(depth, node + 1);
    for (int i = shard.firstFollower(depth, node); i < end; i++) {
      table.add(shard.word(depth, i), Math.pow(10, shard.log10Probability(depth, i)));
    }
    table.setWeight(Math.pow(10, shard.log10Weight(depth, node)));
  }
}
