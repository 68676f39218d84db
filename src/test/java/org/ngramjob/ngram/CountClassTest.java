// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountClassTest {
  /**
   * By hand: 1000 = 2^9.97, so s = 5 and 16·5 + ⌊1000/32⌋ = 80 + 31; 2^62 ≤ Long.MAX_VALUE, so s =
   * 58 and 16·58 + 31.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "31, 31",
    "32, 32",
    "33, 32",
    "34, 33",
    "63, 47",
    "64, 48",
    "1000, 111",
    "1000000000000, 589",
    "9223372036854775807, 959"
  })
  void isExactBelow32AndOneSixteenthWideAbove(long count, int countClass) {
    assertThat(CountClass.of(count)).isEqualTo(countClass);
  }

  @Test
  void lowestIsTheSmallestCountOfItsClass() {
    for (int countClass = 1; countClass < CountClass.NUMBER; countClass++) {
      long lowest = CountClass.lowest(countClass);
      assertThat(CountClass.of(lowest)).isEqualTo(countClass);
      assertThat(CountClass.of(lowest - 1)).isEqualTo(countClass - 1);
    }
  }
}
