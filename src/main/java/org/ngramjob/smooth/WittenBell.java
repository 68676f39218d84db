// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Witten-Bell: a context that has had R different followers will have another new one with
 * probability R / (T + R) (Witten &amp; Bell 1991, method C; Bell, Cleary &amp; Witten 1990; Chen
 * &amp; Goodman 1999, eq. 15 to 17). Nothing to fit, so it works on any text, also where counts of
 * counts are odd.
 */
record WittenBell() implements Smoothing {
  static final Method METHOD =
      new Method(
          "witten-bell",
          LowerOrder.INTERPOLATE,
          List.of(),
          (spec, totals, fallback) -> new WittenBell(),
          stored -> new WittenBell());

  @Override
  public String name() {
    return METHOD.name();
  }

  @Override
  public CountKind counts() {
    return CountKind.RAW;
  }

  @Override
  public LowerOrder lower() {
    return LowerOrder.INTERPOLATE;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : (double) count / (totals.total() + totals.followers());
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    long followers = totals.followers();
    return totals.isUnseen()
        ? 1
        : (double) (followers + totals.lost()) / (totals.total() + followers);
  }

  @Override
  public SortedMap<String, String> parameters() {
    return Collections.emptySortedMap();
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    String sum = "(%s + followers %s)".formatted(totals.total(), totals.followers());
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "%s / %s".formatted(count, sum),
        "(followers %s + lost %s) / %s".formatted(totals.followers(), totals.lost(), sum));
  }
}
