// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.util.Optional;
import org.ngramjob.model.ContextTable;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;

/**
 * Which back-off weights must be sent to their n-gram, and what an n-gram has to which none is
 * sent.
 *
 * <p>Four of five contexts have one follower, seen once. With an interpolated method and nothing
 * pruned above, the weight of each of these is one number per order, and an n-gram whose context is
 * any other has been sent its own; so these need no message. Of tables that hold logarithms,
 * weights of 1 need none.
 */
final class BackOffRule {
  private static final ContextTotals ONE_SEEN_ONCE = ContextTotals.of(1);

  /** Keeps the value of a message, which is a count to the trie, at 1 or more. */
  private static final long OFFSET = 1;

  private final Optional<Smoothing> smoothing;
  private final CountCutoffs pruning;
  private final DecimalLogarithm log10 = new DecimalLogarithm();

  private BackOffRule(Optional<Smoothing> smoothing, CountCutoffs pruning) {
    this.smoothing = smoothing;
    this.pruning = pruning;
  }

  static BackOffRule of(ModelHeader header) {
    return new BackOffRule(
        header.hasLogarithms() ? Optional.empty() : Optional.of(header.smoothing()),
        header.thresholds());
  }

  /** Whether the weight of a context of this length must be sent. */
  boolean isSent(int depth, ContextTable table) {
    return smoothing.isEmpty() ? table.weight() != 1 : isSent(depth, table.totals());
  }

  /** The same in a model of counts. */
  boolean isSent(int depth, ContextTotals totals) {
    return !totals.isUnseen() && (!hasCommonWeight(depth) || totals.total() > 1);
  }

  /** log10 of the back-off weight of an n-gram of this order to which none was sent. */
  double unsent(int order, int lastWord) {
    boolean isContext = lastWord != SpecialWords.END && hasCommonWeight(order);
    return isContext ? log10.of(smoothing.get().freed(order + 1, ONE_SEEN_ONCE)) : 0;
  }

  private boolean hasCommonWeight(int depth) {
    return smoothing.isPresent()
        && smoothing.get().lower() == LowerOrder.INTERPOLATE
        && pruning.threshold(depth + 1) == 0;
  }

  /** A weight as the value of a message. */
  long encode(double weight) {
    return OFFSET + Integer.toUnsignedLong(Float.floatToIntBits((float) log10.of(weight)));
  }

  /** log10 of the weight in a message. */
  static float decode(long value) {
    return Float.intBitsToFloat((int) (value - OFFSET));
  }
}
