// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountsOfCountsTest {
  @Test
  void partsAddUpToTheWhole() {
    CountsOfCounts whole = new CountsOfCounts();
    CountsOfCounts left = new CountsOfCounts();
    CountsOfCounts right = new CountsOfCounts();
    long[] counts = {1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 1L << 40};
    for (int i = 0; i < counts.length; i++) {
      whole.add(counts[i]);
      (i % 3 == 0 ? left : right).add(counts[i]);
    }
    left.addAll(right);
    assertThat(left).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(whole).hasToString("n1=3 n2=2 n3=1 n4=1 n5=1 n6=1");
    assertThat(whole.ngrams()).isEqualTo(11);
    assertThat(whole.sum()).isEqualTo(32 + (1L << 40));
    assertThat(CountsOfCounts.of(11, 32 + (1L << 40), 3, 2, 1, 1, 1, 1)).isEqualTo(whole);
  }

  @Test
  void aCopyStandsAlone() {
    CountsOfCounts original = CountsOfCounts.of(1, 1, 1);
    CountsOfCounts copy = original.copy();
    original.add(1);
    assertThat(copy.n(1)).isEqualTo(1);
    assertThat(original.n(1)).isEqualTo(2);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new CountsOfCounts().add(0))
        .hasMessage("count (0) must be at least 1");
    assertThatThrownBy(() -> new CountsOfCounts().n(7)).hasMessage("count (7) must be 1 to 6");
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
    CountsOfCounts six = new CountsOfCounts();
    six.add(6);
    assertThat(CountsOfCounts.of(1, 6, 0, 0, 0, 0, 0, 1)).isEqualTo(six);
    assertThatThrownBy(() -> CountsOfCounts.of(1, 12, 0, 0, 0, 0, 0, 2))
        .hasMessageContaining("do not fit 1 n-grams");
    assertThatThrownBy(() -> CountsOfCounts.of(3, 21, 0, 0, 0, 0, 0, -1))
        .hasMessage("n6 (-1) must not be negative");
  }
}
