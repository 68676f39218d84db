// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class CountCutoffsTest {
  @Test
  void theLastThresholdHoldsForAllHigherOrders() {
    CountCutoffs pruning = CountCutoffs.parse("0 1 2");
    assertThat(pruning.drops(1, 1)).isFalse();
    assertThat(pruning.drops(2, 1)).isTrue();
    assertThat(pruning.drops(2, 2)).isFalse();
    assertThat(pruning.drops(3, 2)).isTrue();
    assertThat(pruning.drops(7, 2)).isTrue();
    assertThat(pruning.drops(7, 3)).isFalse();
    assertThat(pruning.isNone()).isFalse();
  }

  @Test
  void keepsEverythingByDefault() {
    assertThat(CountCutoffs.NONE.drops(1, 1)).isFalse();
    assertThat(CountCutoffs.NONE.drops(9, 1)).isFalse();
    assertThat(CountCutoffs.NONE.isNone()).isTrue();
    assertThat(CountCutoffs.parse("0 0 0").isNone()).isTrue();
  }

  @Test
  void refusesAThresholdBeyondTheOrder() {
    CountCutoffs pruning = CountCutoffs.parse("0 0 0 2");
    pruning.refuseBeyond(4);
    CountCutoffs.NONE.refuseBeyond(1);
    assertThatThrownBy(() -> pruning.refuseBeyond(3))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "--prune '0 0 0 2': 4 thresholds are too many for order 3; give at most 3, or another order");
  }

  @Test
  void writesWhatItReads() {
    assertThat(CountCutoffs.parse(" 0,0  1 ")).hasToString("0 0 1");
    assertThat(CountCutoffs.parse(CountCutoffs.parse("0 0 1").toString()).threshold(3))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0 x, is no whole number",
    "'', is no whole number",
    "0 2 1, must not be negative nor fall",
    "0 -1, must not be negative nor fall",
    "1, the first threshold must be 0"
  })
  void refusesWhatMakesNoSense(String text, String reason) {
    assertThatThrownBy(() -> CountCutoffs.parse(text))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("--prune")
        .hasMessageContaining(reason);
  }
}
