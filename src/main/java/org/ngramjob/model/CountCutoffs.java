// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;

/**
 * Which n-grams a model leaves out: those whose raw count is at most the threshold of their order.
 * The convention is KenLM's: one number per order, the last one standing for all higher orders,
 * never falling. So what is kept has all its contexts and suffixes kept too.
 */
public final class CountCutoffs {
  /** Keeps everything. */
  public static final CountCutoffs NONE = new CountCutoffs(new long[] {0});

  private final long[] thresholds;

  private CountCutoffs(long[] thresholds) {
    this.thresholds = thresholds;
  }

  /** Reads {@code "0 0 1"}: order 1, order 2, order 3 and above. */
  public static CountCutoffs parse(String text) {
    String[] parts = text.trim().split("[ ,]+", -1);
    long[] thresholds = new long[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        thresholds[i] = Long.parseLong(parts[i]);
      } catch (NumberFormatException e) {
        throw usage(text, "'" + parts[i] + "' is no whole number");
      }
      if (thresholds[i] < (i == 0 ? 0 : thresholds[i - 1])) {
        throw usage(text, "thresholds must not be negative nor fall with the order");
      }
    }
    if (thresholds[0] != 0) {
      throw usage(
          text,
          "the first threshold must be 0; rare words are left out with --min-word-count when the"
              + " vocabulary is made");
    }
    return new CountCutoffs(thresholds);
  }

  private static Failure usage(String text, String why) {
    return Failure.usage("--prune '" + text + "': " + why + "; give e.g. --prune \"0 0 1\"");
  }

  /**
   * Refuses a threshold for an order that the model will not have: whoever gives it expects another
   * order.
   *
   * @throws Failure usage
   */
  public void refuseBeyond(int order) {
    if (thresholds.length > order) {
      throw Failure.usage(
          "--prune '%s': %d thresholds are too many for order %d; give at most %3$d, or another order"
              .formatted(this, thresholds.length, order));
    }
  }

  /** The greatest raw count that is left out at an order. */
  public long threshold(int order) {
    return thresholds[Math.min(order, thresholds.length) - 1];
  }

  /** Whether an n-gram of this order and raw count is left out. */
  public boolean drops(int order, long rawCount) {
    return rawCount <= threshold(order);
  }

  /** Whether no n-gram of any order is left out. */
  public boolean isNone() {
    return thresholds[thresholds.length - 1] == 0;
  }

  /** The thresholds as text, as {@link #parse} reads it. */
  @Override
  public String toString() {
    List<String> parts = Arrays.stream(thresholds).mapToObj(Long::toString).toList();
    return String.join(" ", parts);
  }
}
