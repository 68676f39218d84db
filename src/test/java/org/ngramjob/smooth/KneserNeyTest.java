// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KneserNeyTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return "kneser-ney";
  }

  /**
   * Order 1 has adjusted n1 = 8, n2 = 1: D = 8/10; order 2, the top, n1 = 6, n2 = 2: D = 0.6. The
   * raw counts of order 1 (D = 0.6) must not be looked at.
   */
  @Test
  void discountsComeFromAdjustedCounts() {
    CountsOfCounts raw = CountsOfCounts.of(9, 14, 6, 2, 0, 1);
    CountsOfCounts adjusted = CountsOfCounts.of(9, 10, 8, 1);
    CorpusTotals corpus = new CorpusTotals(20, List.of(raw, raw), List.of(adjusted, raw));
    Smoothing method =
        SmoothingMethods.fit(SmoothingMethods.parse("kneser-ney"), corpus, Optional.empty());
    assertThat(method.parameters())
        .containsEntry("discounts-order1", "0.8")
        .containsEntry("discounts-order2", "0.6");
    // Followers 3 and 1, total 4: (3 - 0.8)/4 = 0.55 and 2·0.8/4 = 0.4.
    assertThat(method.kept(1, 3, ContextTotals.of(3, 1))).isCloseTo(0.55, within(1e-15));
    assertThat(method.freed(1, ContextTotals.of(3, 1))).isCloseTo(0.4, within(1e-15));
  }
}
