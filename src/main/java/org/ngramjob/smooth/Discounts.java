// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ngramjob.failure.Failure;

/**
 * What is taken from each count, per order: D(c). A row holds D(0) = 0, D(1), …; its last value
 * holds for all larger counts too. Knows also at which orders the text gave no discounts and the
 * user's {@link DiscountFallback} stands in.
 */
final class Discounts {
  private final double[][] rows;
  private final List<Integer> fallenBack;

  /** Takes the rows, order 1 first, over. */
  Discounts(double[][] rows, List<Integer> fallenBack) {
    this.rows = rows;
    this.fallenBack = List.copyOf(fallenBack);
  }

  /** Fits every order by the rule, or takes the fallback where it gives nothing usable. */
  static Discounts fit(
      String method,
      CountKind kind,
      CorpusTotals totals,
      DiscountRule rule,
      Optional<DiscountFallback> fallback) {
    double[][] rows = new double[totals.order()][];
    List<Integer> fallenBack = new ArrayList<>();
    for (int order = 1; order <= rows.length; order++) {
      CountsOfCounts counts = totals.counts(kind, order);
      Optional<String> trouble = rule.trouble(counts);
      if (trouble.isEmpty()) {
        rows[order - 1] = rule.estimate().apply(counts);
      } else if (fallback.isPresent()) {
        rows[order - 1] = rule.fallback().apply(fallback.get());
        fallenBack.add(order);
      } else {
        throw unusable(method, kind, order, counts, trouble.get());
      }
    }
    return new Discounts(rows, fallenBack);
  }

  /** The same discount at every order, as the user wishes. */
  static Discounts fixed(double discount, int orders) {
    double[][] rows = new double[orders][];
    Arrays.fill(rows, new double[] {0, discount});
    return new Discounts(rows, List.of());
  }

  /** The rows of every order, which all have as many discounts. */
  static Discounts restore(Parameters stored, int perOrder) {
    double[][] rows = new double[stored.orders()][];
    for (int order = 1; order <= rows.length; order++) {
      List<Double> numbers = stored.numbers(orderKey(order), perOrder);
      rows[order - 1] =
          DoubleStream.concat(DoubleStream.of(0), numbers.stream().mapToDouble(Double::doubleValue))
              .toArray();
    }
    List<Integer> fallenBack =
        stored.has("fallback-orders")
            ? stored.numbers("fallback-orders").stream().map(Double::intValue).toList()
            : List.of();
    return new Discounts(rows, fallenBack);
  }

  /**
   * As {@link #restore}, for a method that chooses how many discounts it has (Katz's k): as many as
   * order 1 has, the last of which must be 0.
   */
  static Discounts restoreToZero(Parameters stored) {
    List<Double> first = stored.numbers(orderKey(1));
    Discounts restored = restore(stored, first.size());
    for (int order = 1; order <= restored.rows.length; order++) {
      if (restored.of(order, Long.MAX_VALUE) != 0) {
        throw stored.damaged("has %s without the 0 at its end".formatted(orderKey(order)));
      }
    }
    return restored;
  }

  /** D(count) at this order. */
  double of(int order, long count) {
    double[] row = rows[order - 1];
    return row[(int) Math.min(count, row.length - 1)];
  }

  /** Σ D(c) over a context's survivors. */
  double sum(int order, ContextTotals totals) {
    return of(order, 1) * totals.ones()
        + of(order, 2) * totals.twos()
        + of(order, 3) * totals.threes()
        + of(order, 4) * totals.fours()
        + of(order, 5) * totals.fives()
        + of(order, 6) * totals.sixesOrMore();
  }

  SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    for (int order = 1; order <= rows.length; order++) {
      parameters.put(
          orderKey(order),
          Arrays.stream(rows[order - 1])
              .skip(1)
              .mapToObj(Double::toString)
              .collect(Collectors.joining(" ")));
    }
    if (!fallenBack.isEmpty()) {
      parameters.put(
          "fallback-orders",
          fallenBack.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
    return parameters;
  }

  private static String orderKey(int order) {
    return "discounts-order" + order;
  }

  private static Failure unusable(
      String method, CountKind kind, int order, CountsOfCounts counts, String trouble) {
    String cause =
        counts.ngrams() == 0
            ? "no sentence is long enough"
            : "the text is very small, repeats itself, or has few different "
                + (order == 1 ? "words, as with characters for words" : "words");
    return Failure.badInput(
        ("%s cannot set discounts for order %s: %s (%s counts of counts %s, %s different %2$s-grams);"
                + " likely %s; give more text, another --smoothing such as witten-bell, or"
                + " --discount-fallback to use 0.5 1 1.5 at such orders only")
            .formatted(
                method,
                order,
                trouble,
                kind == CountKind.RAW ? "raw" : "adjusted",
                counts,
                counts.ngrams(),
                cause));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Discounts that
        && Arrays.deepEquals(rows, that.rows)
        && fallenBack.equals(that.fallenBack);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.deepHashCode(rows) + fallenBack.hashCode();
  }

  @Override
  public String toString() {
    return parameters().toString();
  }
}
