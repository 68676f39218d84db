// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.LowerOrder;

class EntropyThresholdTest {
  @Test
  void readsBackWhatItPrints() {
    EntropyThreshold threshold = EntropyThreshold.parse(" 1e-8 ");
    assertThat(threshold.cost()).isEqualTo(1e-8);
    assertThat(EntropyThreshold.parse(threshold.toString())).isEqualTo(threshold);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "small", "0", "-1e-8", "1", "NaN", "Infinity", "1e-8 1e-7"})
  void otherThingsAreMisuse(String text) {
    assertThatThrownBy(() -> EntropyThreshold.parse(text))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--prune-entropy")
        .hasMessageContaining("1e-8");
  }

  @Test
  void methodsWithoutBackOffAreRefused() {
    for (LowerOrder lower : LowerOrder.values()) {
      if (lower == LowerOrder.INTERPOLATE || lower == LowerOrder.BACK_OFF) {
        EntropyThreshold.refuseUnlessBackOff("some", lower);
      } else {
        assertThatThrownBy(() -> EntropyThreshold.refuseUnlessBackOff("some", lower))
            .isInstanceOf(Failure.class)
            .hasMessageContaining("does not work with some");
      }
    }
  }
}
