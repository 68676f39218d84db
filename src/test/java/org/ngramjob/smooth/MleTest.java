// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MleTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return "mle";
  }

  /** 的 is followed by 词性 twice and 磁铁 once: P(词性|的) = 2/3, nothing is left. */
  @Test
  void workedExample() {
    ContextTotals totals = ContextTotals.of(2, 1);
    assertThat(new Mle().kept(2, 2, totals)).isEqualTo(2.0 / 3);
    assertThat(new Mle().freed(2, totals)).isZero();
    assertThat(new Mle().explain(2, 2, totals))
        .isEqualTo("order 2: keeps 2 / 3 = 0.6666667; frees (lost 0) / 3, which nobody gets = 0");
  }

  /** Followers 3 and 1; pruning takes the 1: 3/4 stays, 1/4 is lost. */
  @Test
  void whatPruningTakesIsLost() {
    ContextTotals totals = new ContextTotals.Builder().follower(3).lost(1).build();
    assertThat(new Mle().kept(2, 3, totals)).isEqualTo(0.75);
    assertThat(new Mle().freed(2, totals)).isEqualTo(0.25);
    assertThat(new Mle().lower()).isEqualTo(LowerOrder.NONE);
  }
}
