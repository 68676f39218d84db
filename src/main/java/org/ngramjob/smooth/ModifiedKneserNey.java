// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.Optional;

/**
 * Modified Kneser-Ney, interpolated: Kneser-Ney with discounts of their own for counts of 1, 2, and
 * 3 or more (Chen &amp; Goodman 1999, eq. 26). The default: no other method here predicts better.
 *
 * <p>p(w|c) = (c - D(c)) / T + (D1 n1 + D2 n2 + D3 n3+) / T · p(w|shorter c), with adjusted counts.
 */
record ModifiedKneserNey(Discounts discounts) implements InterpolatedDiscount {
  private static final DiscountRule RULE =
      new DiscountRule(
          3,
          true,
          n -> Optional.empty(),
          ModifiedKneserNey::estimate,
          fallback -> new double[] {0, fallback.one(), fallback.two(), fallback.threeOrMore()});

  static final Method METHOD =
      new Method(
          "modified-kneser-ney",
          LowerOrder.INTERPOLATE,
          List.of(),
          (spec, totals, fallback) ->
              new ModifiedKneserNey(
                  Discounts.fit(spec.name(), CountKind.ADJUSTED, totals, RULE, fallback)),
          stored -> new ModifiedKneserNey(Discounts.restore(stored, 3)));

  /** Eq. 26: Y = n1 / (n1 + 2 n2), Dk = k - (k + 1) Y n(k+1) / nk. */
  private static double[] estimate(CountsOfCounts n) {
    double y = n.n(1) / (n.n(1) + 2.0 * n.n(2));
    double[] discounts = new double[4];
    for (int k = 1; k <= 3; k++) {
      discounts[k] = k - (k + 1) * y * n.n(k + 1) / n.n(k);
    }
    return discounts;
  }

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.ADJUSTED;
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    return totals.isUnseen()
        ? 1
        : (discounts.of(order, 1) * totals.ones()
                + discounts.of(order, 2) * totals.twos()
                + discounts.of(order, 3) * totals.threesOrMore()
                + totals.lost())
            / totals.total();
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "(%s - D%s %s) / %s"
            .formatted(
                count,
                count < 3 ? Long.toString(count) : "3+",
                FormulaNumber.text(discounts.of(order, count)),
                totals.total()),
        "(D1 %s * n1 %s + D2 %s * n2 %s + D3+ %s * n3+ %s + lost %s) / %s"
            .formatted(
                FormulaNumber.text(discounts.of(order, 1)),
                totals.ones(),
                FormulaNumber.text(discounts.of(order, 2)),
                totals.twos(),
                FormulaNumber.text(discounts.of(order, 3)),
                totals.threesOrMore(),
                totals.lost(),
                totals.total()));
  }
}
