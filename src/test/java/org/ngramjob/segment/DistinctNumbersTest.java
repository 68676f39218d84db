// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctNumbersTest {
  @Test
  void numbersFromOneInOrderOfFirstSight() {
    DistinctNumbers numbers = new DistinctNumbers();
    for (int round = 0; round < 2; round++) {
      for (int i = 1; i <= 100_000; i++) {
        assertThat(numbers.numberOf(-i / 7.0)).isEqualTo(i);
      }
    }
    assertThat(numbers.get(50_000)).isEqualTo(-50_000 / 7.0);
  }
}
