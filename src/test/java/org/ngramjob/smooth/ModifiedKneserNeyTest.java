// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModifiedKneserNeyTest extends SmoothingContract {
  /**
   * n1..n4 = 60 20 10 6: Y = 60/100 = 0.6; D1 = 1 - 2·0.6·20/60 = 0.6; D2 = 2 - 3·0.6·10/20 = 1.1;
   * D3 = 3 - 4·0.6·6/10 = 1.56.
   */
  private static final CountsOfCounts COUNTS = CountsOfCounts.of(100, 400, 60, 20, 10, 6);

  @Override
  String request(Random random) {
    return "modified-kneser-ney";
  }

  @Test
  void discountsByHand() {
    double[] discounts =
        fit(COUNTS)
            .parameters()
            .get("discounts-order1")
            .transform(text -> java.util.Arrays.stream(text.split(" ", -1)))
            .mapToDouble(Double::parseDouble)
            .toArray();
    assertThat(discounts).containsExactly(new double[] {0.6, 1.1, 1.56}, within(1e-15));
  }

  /**
   * Followers 7, 3, 2, 1, 1, and 2 pruned, T = 16: kept (7-1.56)/16 = 0.34, (2-1.1)/16 = 0.05625,
   * (1-0.6)/16 = 0.025; freed (0.6·2 + 1.1·1 + 1.56·2 + 2)/16 = 7.42/16 = 0.46375.
   */
  @Test
  void sharesByHand() {
    Smoothing method = fit(COUNTS);
    ContextTotals totals =
        new ContextTotals.Builder()
            .follower(7)
            .follower(3)
            .follower(2)
            .follower(1)
            .follower(1)
            .lost(2)
            .build();
    assertThat(method.kept(1, 7, totals)).isCloseTo(0.34, within(1e-15));
    assertThat(method.kept(1, 2, totals)).isCloseTo(0.05625, within(1e-15));
    assertThat(method.kept(1, 1, totals)).isCloseTo(0.025, within(1e-15));
    assertThat(method.freed(1, totals)).isCloseTo(0.46375, within(1e-15));
    assertThat(method.explain(1, 7, totals))
        .isEqualTo(
            "order 1: keeps (7 - D3+ 1.56) / 16 = 0.34; frees"
                + " (D1 0.6 * n1 2 + D2 1.1 * n2 1 + D3+ 1.56 * n3+ 2 + lost 2) / 16 = 0.46375");
  }

  /** n4 = 0 is no trouble: D3 = 3. */
  @Test
  void noCountOfFourIsAllowed() {
    assertThat(fit(CountsOfCounts.of(100, 400, 60, 20, 10)).kept(1, 3, ContextTotals.of(3)))
        .isZero();
  }

  private static Smoothing fit(CountsOfCounts counts) {
    return SmoothingMethods.fit(
        SmoothingMethods.parse("modified-kneser-ney"),
        new CorpusTotals(200, List.of(counts), List.of(counts)),
        Optional.empty());
  }
}
