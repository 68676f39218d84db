// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.smooth.Smoothing;

/**
 * What the contexts of one length in a shard free, and what their followers keep, by the code of
 * the contexts' totals. A shard has far fewer of these than contexts, and most counts are small, so
 * a share is computed once and asked for many times; those of a code lie together, as an answer
 * needs them.
 *
 * <p>Safe for concurrent use: who does not see yet what another has computed computes the same.
 */
final class ContextShares {
  /** What is freed, and what counts of one, two and three keep. */
  private static final int FIELDS = 4;

  private final ModelShard shard;
  private final int order;
  private final Smoothing smoothing;

  /** NaN where nobody has asked. */
  private final double[] known;

  ContextShares(ModelShard shard, int depth, Smoothing smoothing) {
    this.shard = shard;
    this.order = depth + 1;
    this.smoothing = smoothing;
    this.known = new double[FIELDS * shard.distinctTotals()];
    Arrays.fill(known, Double.NaN);
  }

  /** Reads what answers will need; the value says nothing. */
  long touch(int code) {
    return (long) known[FIELDS * code] + shard.totals(code).total();
  }

  /** {@link Smoothing#freed} of contexts with these totals. */
  double freed(int code) {
    double freed = known[FIELDS * code];
    return Double.isNaN(freed) ? computeFreed(code) : freed;
  }

  /** {@link Smoothing#kept} of a count of at least 1 after contexts with these totals. */
  double kept(int code, long count) {
    if (count >= FIELDS) {
      return smoothing.kept(order, count, shard.totals(code));
    }
    double kept = known[FIELDS * code + (int) count];
    return Double.isNaN(kept) ? computeKept(code, (int) count) : kept;
  }

  private double computeFreed(int code) {
    double freed = smoothing.freed(order, shard.totals(code));
    known[FIELDS * code] = freed;
    return freed;
  }

  private double computeKept(int code, int count) {
    double kept = smoothing.kept(order, count, shard.totals(code));
    known[FIELDS * code + count] = kept;
    return kept;
  }
}
