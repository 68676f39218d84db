// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountsOfCountsTest {
  /** Of the counts 1, 1, 1, 2, 2, 3, 4, 5, 6, 7 and 2^40. */
  @Test
  void holdsWhatWasCounted() {
    CountsOfCounts counts = CountsOfCounts.of(11, 32 + (1L << 40), 3, 2, 1, 1, 1, 1);
    assertThat(counts).hasToString("n1=3 n2=2 n3=1 n4=1 n5=1 n6=1");
    assertThat(counts.ngrams()).isEqualTo(11);
    assertThat(counts.sum()).isEqualTo(32 + (1L << 40));
    assertThat(counts.n(2)).isEqualTo(2);
    assertThat(counts)
        .isEqualTo(CountsOfCounts.of(11, 32 + (1L << 40), 3, 2, 1, 1, 1, 1))
        .hasSameHashCodeAs(CountsOfCounts.of(11, 32 + (1L << 40), 3, 2, 1, 1, 1, 1))
        .isNotEqualTo(CountsOfCounts.of(11, 33 + (1L << 40), 3, 2, 1, 1, 1, 1));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> CountsOfCounts.of(0, 0).n(7)).hasMessage("count (7) must be 1 to 6");
    assertThatThrownBy(() -> CountsOfCounts.of(1, 5, 2))
        .hasMessageContaining("do not fit 1 n-grams");
    // Two n-grams beyond n1 have at least 7 each: 1 + 14 occurrences.
    assertThatThrownBy(() -> CountsOfCounts.of(3, 14, 1)).hasMessageContaining("14 occurrences");
    assertThatThrownBy(() -> CountsOfCounts.of(3, 14, -1))
        .hasMessage("n1 (-1) must not be negative");
  }

  /**
   * One n-gram that occurs six times: n6 = 1 of 1 n-gram with 6 occurrences, and nothing beyond.
   */
  @Test
  void theLargestCountToldApartIsToldApart() {
    assertThat(CountsOfCounts.of(1, 6, 0, 0, 0, 0, 0, 1).n(6)).isEqualTo(1);
    assertThatThrownBy(() -> CountsOfCounts.of(1, 12, 0, 0, 0, 0, 0, 2))
        .hasMessageContaining("do not fit 1 n-grams");
    assertThatThrownBy(() -> CountsOfCounts.of(3, 21, 0, 0, 0, 0, 0, -1))
        .hasMessage("n6 (-1) must not be negative");
  }
}
