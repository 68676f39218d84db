// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ngramjob.failure.Failure;

/**
 * Katz back-off with Good-Turing discounts: a count c up to k becomes d(c) c, larger ones are
 * trusted as they are, and what is freed goes to the words that do not follow, in proportion to the
 * shorter context's opinion of them (Katz 1987; Chen &amp; Goodman 1999, eq. 13 and 14).
 *
 * <p>A context all of whose followers have counts above k would free nothing and make every other
 * word impossible; one occurrence is then added to its total for them.
 *
 * <p>k is 5 as in the paper, or the option {@code k} from 2 up: k = 1 gives d(1) = 0, whatever the
 * text.
 *
 * @param discounts D(c) = c - d(c) c; 0 above k
 */
record Katz(Discounts discounts) implements Smoothing {
  private static final Option K = Option.whole("k", 2, CountsOfCounts.LARGEST - 1).byDefault(5);

  static final Method METHOD =
      new Method(
          "katz",
          LowerOrder.BACK_OFF,
          List.of(K),
          (spec, orders, fallback) -> fallback.ifPresent(Katz::check),
          (spec, totals, fallback) -> {
            int k = (int) K.number(spec);
            return new Katz(Discounts.fit(spec.name(), CountKind.RAW, totals, rule(k), fallback));
          },
          stored -> new Katz(Discounts.restoreToZero(stored)),
          Optional.empty());

  private static DiscountRule rule(int k) {
    return new DiscountRule(
        k + 1,
        false,
        n -> largeShare(n, k),
        n -> estimate(n, k),
        fallback -> fallback(fallback, k));
  }

  /** A discount that takes a whole count would make it impossible. */
  private static void check(DiscountFallback fallback) {
    if (fallback.one() >= 1 || fallback.two() >= 2 || fallback.threeOrMore() >= 3) {
      throw Failure.usage(
          "--discount-fallback: katz needs discounts below 1, 2 and 3, such as \"0.5 1 1.5\"");
    }
  }

  /** The user's discounts up to k. */
  private static double[] fallback(DiscountFallback fallback, int k) {
    double[] row = new double[k + 2];
    for (int c = 1; c <= k; c++) {
      row[c] = c == 1 ? fallback.one() : c == 2 ? fallback.two() : fallback.threeOrMore();
    }
    return row;
  }

  /**
   * With r* = (r + 1) n(r+1) / nr and the share s = (k + 1) n(k+1) / n1 that stays with counts
   * above k: d(r) = (r*&#47;r - s) / (1 - s), Katz's eq. for d_r.
   */
  private static double[] estimate(CountsOfCounts n, int k) {
    double share = share(n, k);
    double[] discounts = new double[k + 2];
    for (int r = 1; r <= k; r++) {
      double turing = (r + 1.0) * n.n(r + 1) / n.n(r);
      discounts[r] = r - (turing - r * share) / (1 - share);
    }
    return discounts;
  }

  private static double share(CountsOfCounts n, int k) {
    return (k + 1.0) * n.n(k + 1) / n.n(1);
  }

  /**
   * The formula divides what Turing takes by what it is to take, 1 - s of the words seen once. From
   * s = 1 on both are below 0, and discounts may look legal that mean nothing.
   */
  private static Optional<String> largeShare(CountsOfCounts n, int k) {
    double share = share(n, k);
    return share < 1
        ? Optional.empty()
        : Optional.of(
            "%1$s n%1$s / n1 = %2$s is not below 1".formatted(k + 1, FormulaNumber.text(share)));
  }

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
    return LowerOrder.BACK_OFF;
  }

  @Override
  public double kept(int order, long count, ContextTotals totals) {
    return totals.isUnseen()
        ? 0
        : (count - discounts.of(order, count)) / (totals.total() + added(order, totals));
  }

  @Override
  public double freed(int order, ContextTotals totals) {
    long added = added(order, totals);
    return totals.isUnseen()
        ? 1
        : (discounts.sum(order, totals) + totals.lost() + added) / (totals.total() + added);
  }

  /** 1 where nothing is freed otherwise, else 0. */
  private long added(int order, ContextTotals totals) {
    return totals.lost() == 0 && discounts.sum(order, totals) == 0 ? 1 : 0;
  }

  @Override
  public SortedMap<String, String> parameters() {
    return discounts.parameters();
  }

  @Override
  public String explain(int order, long count, ContextTotals totals) {
    long added = added(order, totals);
    String sum = added == 0 ? Long.toString(totals.total()) : "(%s + 1)".formatted(totals.total());
    return Explanation.line(
        this,
        order,
        count,
        totals,
        "(%s - D%1$s %s) / %s"
            .formatted(count, FormulaNumber.text(discounts.of(order, count)), sum),
        "(discounts %s + lost %s%s) / %s"
            .formatted(
                FormulaNumber.text(discounts.sum(order, totals)),
                totals.lost(),
                added == 0 ? "" : " + 1 as all counts are large",
                sum));
  }
}
