// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.smooth.Smoothing;

/**
 * What the contexts of a shard free and what their followers seen once keep: computed when first
 * asked for and remembered by the code of the totals, as a shard has far fewer codes than contexts.
 */
final class SharesByTotals {
  private static final long ONE = 1;

  private final Smoothing smoothing;
  private final double[][] freed;
  private final double[][] keptByOne;
  private ModelShard shard;

  SharesByTotals(Smoothing smoothing, int order) {
    this.smoothing = smoothing;
    this.freed = new double[order][0];
    this.keptByOne = new double[order][0];
  }

  /** Goes to another shard of counts. */
  SharesByTotals open(ModelShard newShard) {
    shard = newShard;
    int codes = newShard.distinctTotals();
    for (int depth = 0; depth < freed.length; depth++) {
      freed[depth] = unknown(freed[depth], codes);
      keptByOne[depth] = unknown(keptByOne[depth], codes);
    }
    return this;
  }

  private static double[] unknown(double[] used, int size) {
    double[] values = used.length < size ? new double[size] : used;
    Arrays.fill(values, 0, size, Double.NaN);
    return values;
  }

  /** The share that a context of this length and totals leaves to others. */
  double freed(int depth, int totals) {
    double known = freed[depth][totals];
    return Double.isNaN(known) ? computeFreed(depth, totals) : known;
  }

  private double computeFreed(int depth, int totals) {
    double share = smoothing.freed(depth + 1, shard.totals(totals));
    freed[depth][totals] = share;
    return share;
  }

  /** The share that a follower keeps after a context of this length and totals. */
  double kept(int depth, long count, int totals) {
    if (count != ONE) {
      return smoothing.kept(depth + 1, count, shard.totals(totals));
    }
    double known = keptByOne[depth][totals];
    return Double.isNaN(known) ? computeKept(depth, totals) : known;
  }

  private double computeKept(int depth, int totals) {
    double share = smoothing.kept(depth + 1, ONE, shard.totals(totals));
    keptByOne[depth][totals] = share;
    return share;
  }
}
