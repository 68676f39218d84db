// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class FollowerCodeTest {
  @Test
  void anIdIsItselfWhereNothingIsTakenAway() {
    assertThat(new FollowerCode(false, false).of(7)).isEqualTo(7);
  }

  /** The largest id of all, 2^30 - 1, is 2^31 - 2 where it is given and 2^31 - 1 where taken. */
  @Test
  void aSignedCodeHoldsIdAndSign() {
    int largest = (1 << 30) - 1;
    for (int id : new int[] {0, 7, largest}) {
      int given = new FollowerCode(true, false).of(id);
      int taken = new FollowerCode(true, true).of(id);
      assertThat(given).isNotNegative().isLessThan(taken);
      assertThat(FollowerCode.id(given)).isEqualTo(id);
      assertThat(FollowerCode.id(taken)).isEqualTo(id);
      assertThat(FollowerCode.isTaken(given)).isFalse();
      assertThat(FollowerCode.isTaken(taken)).isTrue();
    }
    assertThat(new FollowerCode(true, true).of(largest)).isEqualTo(Integer.MAX_VALUE);
  }

  /**
   * Before and after there are three special words each: 2^30 - 6 words have the ids below 2^30.
   */
  @Test
  void moreWordsThanCodesAreRefused() {
    assertThatCode(() -> FollowerCode.refuseTooMany((1L << 30) - 6)).doesNotThrowAnyException();
    assertThatThrownBy(() -> FollowerCode.refuseTooMany((1L << 30) - 5))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("1073741819 words before and after");
  }
}
