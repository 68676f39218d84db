// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.apache.hadoop.mapreduce.Counters;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class BadLineLimitTest {
  private static final CorpusSettings ONE_PERCENT = CorpusSettings.of(List.of("a"));

  private static Counters counters(long lines, long undecodable, long overlong) {
    Counters counters = new Counters();
    counters.findCounter(LineCounter.LINES).setValue(lines);
    counters.findCounter(LineCounter.UNDECODABLE_LINES).setValue(undecodable);
    counters.findCounter(LineCounter.OVERLONG_LINES).setValue(overlong);
    return counters;
  }

  @Test
  void mustBeAShare() {
    for (double limit : new double[] {Double.NaN, -0.1, 1.1, 7, Double.POSITIVE_INFINITY}) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> BadLineLimit.refuseUnlessShare(limit));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(failure).hasMessage("--bad-line-limit (" + limit + ") must lie between 0 and 1");
    }
    assertThatCode(
            () -> {
              BadLineLimit.refuseUnlessShare(0);
              BadLineLimit.refuseUnlessShare(1);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void allowsExactlyTheLimit() {
    assertThatCode(() -> BadLineLimit.check(ONE_PERCENT, counters(200, 1, 1)))
        .doesNotThrowAnyException();
    assertThatCode(() -> BadLineLimit.check(ONE_PERCENT, counters(0, 0, 0)))
        .doesNotThrowAnyException();
  }

  @Test
  void failsAboveItWithFiguresAndRemedy() {
    Failure failure =
        catchThrowableOfType(
            Failure.class, () -> BadLineLimit.check(ONE_PERCENT, counters(200, 3, 1)));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(failure)
        .hasMessageContaining("4 of 200 lines (2.00 %)")
        .hasMessageContaining("iconv")
        .hasMessageContaining("--bad-line-limit");
  }
}
