// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;

/**
 * Kneser-Ney, interpolated, with one discount per order: absolute discounting in which a shorter
 * context counts the different words to its n-grams' left instead of occurrences, for it is asked
 * only where the longer one is new (Kneser &amp; Ney 1995; Chen &amp; Goodman 1999, eq. 21 to 23
 * and section 4.1.6 for the interpolated form).
 */
record KneserNey(Discounts discounts) implements SingleDiscount {
  static final Method METHOD =
      new Method(
          "kneser-ney",
          LowerOrder.INTERPOLATE,
          List.of(),
          (spec, totals, fallback) ->
              new KneserNey(
                  Discounts.fit(
                      spec.name(), CountKind.ADJUSTED, totals, DiscountRule.SINGLE, fallback)),
          stored -> new KneserNey(Discounts.restore(stored, 1)));

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.ADJUSTED;
  }
}
