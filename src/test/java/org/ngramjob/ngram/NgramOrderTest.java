// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class NgramOrderTest {
  @Test
  void acceptsOneToTen() {
    assertThat(NgramOrder.parse(" 1 ").longestContext()).isZero();
    assertThat(NgramOrder.parse("10").n()).isEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "12", "-3", "three", "", "2.0", "99999999999"})
  void refusesTheRestAsUsage(String text) {
    assertThatThrownBy(() -> NgramOrder.parse(text))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "order ("
                + text
                + ") must be a whole number from 1 to 10: the length of the longest n-gram, for"
                + " example --order 3");
  }
}
