// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;

/**
 * What contexts of one length and with the same totals free, and what their followers keep: a shard
 * has far fewer of these than contexts, and most counts are small, so a share is computed once and
 * asked for many times. Immutable.
 */
final class ContextShares {
  private final Smoothing smoothing;
  private final int order;
  private final ContextTotals totals;
  private final double freed;
  private final double keptByOne;
  private final double keptByTwo;
  private final double keptByThree;

  ContextShares(Smoothing smoothing, int order, ContextTotals totals) {
    this.smoothing = smoothing;
    this.order = order;
    this.totals = totals;
    this.freed = smoothing.freed(order, totals);
    this.keptByOne = smoothing.kept(order, 1, totals);
    this.keptByTwo = smoothing.kept(order, 2, totals);
    this.keptByThree = smoothing.kept(order, 3, totals);
  }

  /** Reads what answers will need; the value says nothing. */
  long touch() {
    return totals.total() + (long) keptByThree;
  }

  /** {@link Smoothing#freed}. */
  double freed() {
    return freed;
  }

  /** {@link Smoothing#kept} of a count of at least 1. */
  double kept(long count) {
    if (count > 3) {
      return smoothing.kept(order, count, totals);
    }
    return count == 1 ? keptByOne : count == 2 ? keptByTwo : keptByThree;
  }
}
