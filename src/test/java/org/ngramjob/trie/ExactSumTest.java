// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ExactSumTest {
  @Test
  void addsUpToTheGreatestLong() {
    assertThat(ExactSum.of(2, 3)).isEqualTo(5);
    assertThat(ExactSum.of(0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(ExactSum.of(Long.MAX_VALUE - 7, 7)).isEqualTo(Long.MAX_VALUE);
  }

  /** The least sum too large, and the greatest: 2^63 and 2^64 - 2. */
  @Test
  void refusesWhatNoLongHolds() {
    for (long other : new long[] {1, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> ExactSum.of(Long.MAX_VALUE, other))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
          .hasMessage(
              "counts 9223372036854775807 and "
                  + other
                  + " add up to more than 2^63 - 1; they are damaged, count again");
    }
  }
}
