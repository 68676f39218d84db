// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;

/**
 * Absolute discounting, interpolated: p(w|c) = (c(c w) - D) / c(c) + (D R / c(c)) p(w|shorter c)
 * (Ney, Essen &amp; Kneser 1994; Chen &amp; Goodman 1999, eq. 18 to 20). D is the same for all
 * counts of an order: {@link DiscountRule#SINGLE} of the raw counts, or the option {@code
 * discount}, from 0 (no smoothing) to 1 (an n-gram seen once counts as unseen).
 */
record Absolute(Discounts discounts) implements SingleDiscount {
  private static final Option DISCOUNT =
      Option.within("discount", 0, 1).meaning("D, from the counts");

  static final Method METHOD =
      new Method(
          "absolute",
          LowerOrder.INTERPOLATE,
          List.of(DISCOUNT),
          (spec, totals, fallback) ->
              new Absolute(
                  DISCOUNT
                      .given(spec)
                      .map(discount -> Discounts.fixed(discount, totals.order()))
                      .orElseGet(
                          () ->
                              Discounts.fit(
                                  spec.name(),
                                  CountKind.RAW,
                                  totals,
                                  DiscountRule.SINGLE,
                                  fallback))),
          stored -> new Absolute(Discounts.restore(stored, 1)));

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.RAW;
  }
}
