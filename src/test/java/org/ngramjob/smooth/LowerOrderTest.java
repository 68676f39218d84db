// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerOrderTest {
  /** The columns of the enum's page: who asks the shorter context, who has a weight for it. */
  @ParameterizedTest
  @CsvSource({
    "INTERPOLATE, true, true",
    "BACK_OFF, true, true",
    "SCORE, true, false",
    "UNIFORM, false, false",
    "NONE, false, false",
  })
  void saysWhoAsksShorterContextsAndWhoHasWeights(LowerOrder lower, boolean asks, boolean weights) {
    assertThat(lower.asksShorter()).isEqualTo(asks);
    assertThat(lower.hasBackOffWeights()).isEqualTo(weights);
  }

  /** 0.5 + 0.25 · 0.5; of a word that does not follow, its share of what is freed alone. */
  @Test
  void interpolates() {
    assertThat(LowerOrder.interpolate(0.5, 0.25, 0.5)).isEqualTo(0.625);
    assertThat(LowerOrder.interpolate(0, 0.25, 0.5)).isEqualTo(0.125);
  }

  /**
   * Followers keep 1 - freed in all. Where they leave something to others, freed = weight · left;
   * where they leave nothing but rounding, the kept shares divided by 1 - freed are one.
   */
  @ParameterizedTest(name = "freed {0}, left {1}: weight {2}, divisor {3}")
  @CsvSource({
    "0.25, 0.5, 0.5, 1",
    "0, 0.5, 0, 1",
    "0.25, 0, 0, 0.75",
    "0.25, -1e-16, 0, 0.75",
    "0.25, 9e-13, 0, 0.75",
    "0.25, 2e-12, 1.25e11, 1",
    "0, 0, 0, 1",
  })
  void backsOff(double freed, double left, double weight, double divisor) {
    assertThat(LowerOrder.backOffWeight(freed, left)).isEqualTo(weight);
    assertThat(LowerOrder.keptDivisor(freed, weight)).isEqualTo(divisor);
  }
}
