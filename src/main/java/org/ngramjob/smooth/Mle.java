// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Maximum likelihood, no smoothing: p(w|c) = c(c w) / c(c) (Jurafsky &amp; Martin, Speech and
 * Language Processing, 3rd ed., eq. 3.11). Whatever the text does not have is impossible; what
 * pruning takes is lost.
 */
record Mle() implements Smoothing {
  static final Method METHOD =
      new Method(
          "mle",
          LowerOrder.NONE,
          List.of(),
          (spec, totals, fallback) -> new Mle(),
          stored -> new Mle());

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
    return LowerOrder.NONE;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : (double) count / totals.total();
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    return totals.isUnseen() ? 1 : (double) totals.lost() / totals.total();
  }

  @Override
  public SortedMap<String, String> parameters() {
    return Collections.emptySortedMap();
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "%s / %s".formatted(count, totals.total()),
        "(lost %s) / %s, which nobody gets".formatted(totals.lost(), totals.total()));
  }
}
