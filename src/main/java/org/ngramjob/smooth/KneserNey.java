// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.SortedMap;

/**
 * Kneser-Ney, interpolated, with one discount per order: absolute discounting in which a shorter
 * context counts the different words to its n-grams' left instead of occurrences, for it is asked
 * only where the longer one is new (Kneser &amp; Ney 1995; Chen &amp; Goodman 1999, eq. 21 to 23
 * and section 4.1.6 for the interpolated form).
 */
record KneserNey(Discounts discounts) implements Smoothing {
  static final Method METHOD =
      new Method(
          "kneser-ney",
          LowerOrder.INTERPOLATE,
          List.of(),
          (spec, totals, fallback) ->
              new KneserNey(
                  Discounts.fit(
                      spec.name(), CountKind.ADJUSTED, totals, DiscountRule.SINGLE, fallback)),
          stored -> new KneserNey(Discounts.restore(stored)));

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.ADJUSTED;
  }

  @Override
  public LowerOrder lower() {
    return LowerOrder.INTERPOLATE;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : (count - discounts.of(order, count)) / totals.total();
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    double discount = discounts.of(order, 1);
    return totals.isUnseen() ? 1 : (discount * totals.followers() + totals.lost()) / totals.total();
  }

  @Override
  public SortedMap<String, String> parameters() {
    return discounts.parameters();
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    return Absolute.explain(this, discounts, order, count, totals);
  }
}
