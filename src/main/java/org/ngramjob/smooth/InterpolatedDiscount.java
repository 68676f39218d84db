// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.SortedMap;

/**
 * Interpolated methods that take a discount off every count: p(w|c) = (count - D(count)) / T +
 * freed(c) p(w|shorter c), where T is the context's total (Chen &amp; Goodman 1999, eq. 18 to 26).
 * They differ in the counts and in their discounts.
 */
interface InterpolatedDiscount extends Smoothing {
  Discounts discounts();

  @Override
  default LowerOrder lower() {
    return LowerOrder.INTERPOLATE;
  }

  @Override
  default double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : (count - discounts().of(order, count)) / totals.total();
  }

  @Override
  default SortedMap<String, String> parameters() {
    return discounts().parameters();
  }
}
