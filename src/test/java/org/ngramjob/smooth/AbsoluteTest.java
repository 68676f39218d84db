// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AbsoluteTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return random.nextBoolean() ? "absolute" : "absolute:discount=" + random.nextDouble();
  }

  /**
   * Raw n1 = 6, n2 = 2: D = 6/(6+4) = 0.6. Followers 3, 1: 2.4/4 = 0.6 kept, 2·0.6/4 = 0.3 freed.
   */
  @Test
  void byHand() {
    CountsOfCounts raw = CountsOfCounts.of(9, 14, 6, 2, 0, 1);
    CountsOfCounts adjusted = CountsOfCounts.of(9, 13, 7, 1, 0, 1);
    CorpusTotals corpus = new CorpusTotals(20, List.of(raw, raw), List.of(adjusted, raw));
    Smoothing method =
        SmoothingMethods.fit(SmoothingMethods.parse("absolute"), corpus, Optional.empty());
    ContextTotals totals = ContextTotals.of(3, 1);
    assertThat(method.parameters())
        .containsEntry("discounts-order1", "0.6")
        .containsEntry("discounts-order2", "0.6");
    assertThat(method.kept(1, 3, totals)).isCloseTo(0.6, within(1e-15));
    assertThat(method.freed(1, totals)).isCloseTo(0.3, within(1e-15));
    assertThat(method.explain(1, 3, totals))
        .isEqualTo(
            "order 1: keeps (3 - D 0.6) / 4 = 0.6; frees (D 0.6 * followers 2 + lost 0) / 4 = 0.3");
  }

  /** With a discount given, the text need not have counts of counts that give one. */
  @Test
  void aGivenDiscountNeedsNoCountsOfCounts() {
    CountsOfCounts odd = CountsOfCounts.of(2, 14);
    CorpusTotals corpus = new CorpusTotals(20, List.of(odd), List.of(odd));
    SmoothingSpec spec = SmoothingMethods.parse("absolute:discount=0.25");
    assertThat(SmoothingMethods.fit(spec, corpus, Optional.empty()).kept(1, 1, ContextTotals.of(1)))
        .isEqualTo(0.75);
  }
}
