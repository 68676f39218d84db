// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;

class DiscountFallbackTest {
  @Test
  void readsThreeNumbers() {
    assertThat(DiscountFallback.parse("0.4 0.9 3")).isEqualTo(new DiscountFallback(0.4, 0.9, 3));
    assertThat(DiscountFallback.parse("0.4, 0.9, 3")).isEqualTo(new DiscountFallback(0.4, 0.9, 3));
    assertThat(DiscountFallback.parse("")).isEqualTo(new DiscountFallback(0.5, 1, 1.5));
  }

  /** Manifests of models hold these words. */
  @Test
  void isWrittenAsItAlwaysWas() {
    assertThat(DiscountFallback.DEFAULT)
        .hasToString("DiscountFallback[one=0.5, two=1.0, threeOrMore=1.5]");
    assertThat(DiscountFallback.parse("0 1e-9 3"))
        .hasToString("DiscountFallback[one=0.0, two=1.0E-9, threeOrMore=3.0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "0.5 1", "0.5 1 1.5 2", "a b c", "1.1 1 1", "0 2.1 1", "0 0 -1"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> DiscountFallback.parse(text))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("--discount-fallback \"" + text + "\": give three numbers");
  }
}
