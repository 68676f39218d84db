// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.SortedMap;

/**
 * Stupid back-off: S(w|c) = c(c w)/c(c) where that is above 0, else α S(w|shorter c) (Brants,
 * Popat, Xu, Och &amp; Dean 2007, eq. 5). Not normalised: good for ranking with very much text,
 * without a perplexity. A word that is nowhere in the text scores α/V; the paper leaves that open.
 *
 * @param alpha α, above 0 and at most 1; the paper's 0.4 is the default
 */
record StupidBackoff(double alpha) implements Smoothing {
  private static final Option ALPHA = Option.aboveUpTo("alpha", 0, 1).byDefault(0.4);

  static final Method METHOD =
      new Method(
          "stupid-backoff",
          LowerOrder.SCORE,
          List.of(ALPHA),
          (spec, totals, fallback) -> new StupidBackoff(ALPHA.number(spec)),
          stored -> new StupidBackoff(stored.number("alpha")));

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
    return LowerOrder.SCORE;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen() ? 0 : (double) count / totals.total();
  }

  /** α, whatever the context: the factor of the shorter context's score, no share. */
  @Override
  public double freed(int order, ContextTotals totals) {
    return alpha;
  }

  @Override
  public SortedMap<String, String> parameters() {
    return Parameters.of("alpha", alpha);
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    String score =
        count == 0
            ? ": does not follow here, alpha "
                + FormulaNumber.text(alpha)
                + " times the shorter context"
            : ": scores %s / %s = %s"
                .formatted(count, totals.total(), FormulaNumber.text(kept(order, count, totals)));
    return "order " + order + score + " (a score, no probability)";
  }
}
