// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;

/** Tables that a smoothing method computes from a shard of counts. */
final class CountedTables implements TableSource {
  private static final byte UNKNOWN = 0;
  private static final byte WANTED = 1;
  private static final byte UNWANTED = 2;

  private final LowerOrder lower;
  private final double uniform;
  private final boolean readsFollowers;
  private final ShardRun run;
  private final Smoothing smoothing;

  /**
   * For the open shard, by code of totals: whether the visitor wants contexts of the greatest
   * length that have these, as far as it was asked.
   */
  private byte[] wanted = {};

  /**
   * Nothing open yet.
   *
   * @param smoothing asks shorter contexts
   * @param uniform the probability of each word where no context is left to ask
   * @param readsFollowers whether the tables shall have followers; without, they still get their
   *     weights
   */
  CountedTables(int order, Smoothing smoothing, double uniform, boolean readsFollowers) {
    this.lower = smoothing.lower();
    if (!lower.asksShorter()) {
      throw new IllegalArgumentException(smoothing.name() + " does not ask shorter contexts");
    }
    this.uniform = uniform;
    // What backs off divides what is freed by what the followers leave.
    this.readsFollowers = readsFollowers || lower == LowerOrder.BACK_OFF;
    this.run = new ShardRun(order);
    this.smoothing = smoothing;
  }

  @Override
  public void open(ModelShard shard, ShardRun.Foresight foresight) {
    run.open(shard, foresight);
    wanted = new byte[shard.distinctTotals()];
  }

  boolean readsFollowers() {
    return readsFollowers;
  }

  @Override
  public ShardRun run() {
    return run;
  }

  @Override
  public int firstWanted(int depth, int from, int to, ProbabilityWalk.Visitor visitor) {
    if (readsFollowers) {
      return from;
    }
    int node = from;
    while (node < to && !isWanted(depth, run.totals(depth, node), visitor)) {
      node++;
    }
    return node;
  }

  private boolean isWanted(int depth, int totals, ProbabilityWalk.Visitor visitor) {
    if (wanted[totals] == UNKNOWN) {
      wanted[totals] = visitor.wants(depth, run.shard().totals(totals)) ? WANTED : UNWANTED;
    }
    return wanted[totals] == WANTED;
  }

  @Override
  public void fill(ContextTable table, int depth, int node, ContextTable shorter) {
    int totals = run.totals(depth, node);
    ContextShares shares = run.shard().shares(depth, totals, smoothing);
    double freed = shares.freed();
    table.begin(run.shard().totals(totals), freed);
    if (!readsFollowers) {
      return;
    }
    int from = run.firstFollower(depth, node);
    int to = run.firstFollower(depth, node + 1);
    table.reserve(to - from);
    if (lower == LowerOrder.INTERPOLATE) {
      for (int i = from; i < to; i++) {
        int word = run.word(depth, i);
        double kept = shares.kept(run.count(depth, i));
        table.add(word, LowerOrder.interpolate(kept, freed, probability(shorter, word)));
      }
    } else {
      keep(table, depth, shares, from, to, shorter);
    }
  }

  private double probability(ContextTable shorter, int word) {
    return shorter == null ? uniform : shorter.probabilityOf(word);
  }

  /** Followers that take nothing from the shorter context. */
  private void keep(
      ContextTable table, int depth, ContextShares shares, int from, int to, ContextTable shorter) {
    CompensatedSum left = new CompensatedSum(1);
    for (int i = from; i < to; i++) {
      int word = run.word(depth, i);
      left.add(-probability(shorter, word));
      table.add(word, shares.kept(run.count(depth, i)));
    }
    if (lower == LowerOrder.BACK_OFF) {
      backOff(table, left.value());
    }
  }

  private static void backOff(ContextTable table, double left) {
    double freed = table.weight();
    double weight = LowerOrder.backOffWeight(freed, left);
    table.setWeight(weight);
    if (weight == 0) {
      table.divideBy(LowerOrder.keptDivisor(freed, weight));
    }
  }
}
