// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a method gets an order's discounts from its counts of counts.
 *
 * @param needs n1 to n(needs) must be above 0, or the formula means nothing
 * @param takesAll whether a discount may take a whole count; it may not where a follower would be
 *     left with probability 0
 * @param domain why the formula is undefined although n1 to n(needs) are above 0; empty where it is
 *     defined
 * @param estimate the formula: a row of {@link Discounts}, its first value D(0) = 0
 * @param fallback the row when the formula gives nothing usable
 */
record DiscountRule(
    int needs,
    boolean takesAll,
    Function<CountsOfCounts, Optional<String>> domain,
    Function<CountsOfCounts, double[]> estimate,
    Function<DiscountFallback, double[]> fallback) {

  /** Ney, Essen &amp; Kneser 1994, eq. 10: D = n1 / (n1 + 2 n2) from every count. */
  static final DiscountRule SINGLE =
      new DiscountRule(
          2,
          true,
          n -> Optional.empty(),
          n -> new double[] {0, n.n(1) / (n.n(1) + 2.0 * n.n(2))},
          fallback -> new double[] {0, fallback.one()});

  /** What keeps these counts of counts from giving discounts, if anything does. */
  Optional<String> trouble(CountsOfCounts n) {
    for (int count = 1; count <= needs; count++) {
      if (n.n(count) == 0) {
        return Optional.of("none has count " + count);
      }
    }
    Optional<String> outside = domain.apply(n);
    if (outside.isPresent()) {
      return outside;
    }
    double[] row = estimate.apply(n);
    for (int count = 1; count < row.length; count++) {
      boolean legal = row[count] >= 0 && (takesAll ? row[count] <= count : row[count] < count);
      if (!legal) {
        return Optional.of(
            "discount D%1$s = %2$s is not between 0 and %1$s"
                .formatted(count, FormulaNumber.text(row[count])));
      }
    }
    return Optional.empty();
  }
}
