// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {
  /** Neumaier's example: 1 + 10^100 + 1 - 10^100 is 2; plain doubles make it 0, Kahan too. */
  @Test
  void keepsWhatAGreaterNumberSwallows() {
    CompensatedSum sum = new CompensatedSum(1);
    sum.add(1e100);
    sum.add(1);
    sum.add(-1e100);
    assertThat(sum.value()).isEqualTo(2);
  }

  /** Ten tenths; plain doubles make them 1 - 1.1e-16. */
  @Test
  void keepsWhatSmallNumbersLose() {
    CompensatedSum sum = new CompensatedSum(0);
    for (int i = 0; i < 10; i++) {
      sum.add(0.1);
    }
    assertThat(sum.value()).isEqualTo(1);
  }

  @Test
  void beginsWithItsStart() {
    assertThat(new CompensatedSum(0.25).value()).isEqualTo(0.25);
  }
}
