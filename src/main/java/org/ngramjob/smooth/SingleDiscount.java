// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/**
 * Methods whose discount D is the same for all counts of an order: a context frees D times the
 * number of its followers (Chen &amp; Goodman 1999, eq. 19).
 */
interface SingleDiscount extends InterpolatedDiscount {
  @Override
  default double freed(int order, ContextTotals totals) {
    double discount = discounts().of(order, 1);
    return totals.isUnseen() ? 1 : (discount * totals.followers() + totals.lost()) / totals.total();
  }

  @Override
  default String explain(int order, long count, ContextTotals totals) {
    String discount = FormulaNumber.text(discounts().of(order, 1));
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "(%s - D %s) / %s".formatted(count, discount, totals.total()),
        "(D %s * followers %s + lost %s) / %s"
            .formatted(discount, totals.followers(), totals.lost(), totals.total()));
  }
}
