// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.LowerOrder;

/** What can be written; what is written, ArpaReducerTest and KenlmSampleTest hold. */
class ArpaStageTest {
  @ParameterizedTest
  @EnumSource(names = {"INTERPOLATE", "BACK_OFF"})
  void methodsThatAskTheShorterContextAreWritten(LowerOrder lower) {
    assertThatCode(() -> ArpaStage.refuseUnlessBackOff("some-method", lower))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNIFORM", "NONE"})
  void methodsThatAskNoShorterContextAreRefused(LowerOrder lower) {
    assertThatThrownBy(() -> ArpaStage.refuseUnlessBackOff("some-method", lower))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "some-method cannot be written as ARPA: the format computes what an n-gram lacks from"
                + " its shorter context, which some-method does not ask; estimate with a back-off"
                + " or interpolated method such as modified-kneser-ney")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void scoresAreRefused() {
    assertThatThrownBy(() -> ArpaStage.refuseUnlessBackOff("some-method", LowerOrder.SCORE))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "some-method cannot be written as ARPA: it gives scores that do not add up to one, and"
                + " programs that read the format take them for probabilities; estimate with a"
                + " method such as modified-kneser-ney")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }
}
