// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTotalsTest {
  private static final CountsOfCounts RAW = CountsOfCounts.of(9, 14, 6, 2, 0, 1);
  private static final CountsOfCounts ADJUSTED = CountsOfCounts.of(9, 10, 8, 1);

  @Test
  void givesTheCountsOfAnOrder() {
    CorpusTotals totals = new CorpusTotals(11, List.of(RAW, RAW), List.of(ADJUSTED, RAW));
    assertThat(totals.order()).isEqualTo(2);
    assertThat(totals.counts(CountKind.RAW, 1)).isEqualTo(RAW);
    assertThat(totals.counts(CountKind.ADJUSTED, 1)).isEqualTo(ADJUSTED);
  }

  @Test
  void refusesWhatDoesNotBelongTogether() {
    assertThatThrownBy(() -> new CorpusTotals(11, List.of(), List.of()))
        .hasMessage("raw (0 orders) and adjusted (0) must have the same orders, at least one");
    assertThatThrownBy(() -> new CorpusTotals(11, List.of(RAW), List.of(ADJUSTED)))
        .hasMessageStartingWith("order 1: raw (n1=6");
    assertThatThrownBy(() -> new CorpusTotals(8, List.of(RAW), List.of(RAW)))
        .hasMessage("vocabularySize (8) must be at least 2 and the number of unigrams (9)");
  }
}
