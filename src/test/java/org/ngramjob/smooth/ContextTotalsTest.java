// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ContextTotalsTest {
  /** 1+1+2+3+4+5+6+70 = 92 survive, 1 + 0 are lost. */
  @Test
  void addsUp() {
    ContextTotals totals =
        new ContextTotals.Builder()
            .follower(1)
            .follower(1)
            .follower(2)
            .follower(3)
            .follower(4)
            .follower(5)
            .follower(6)
            .follower(70)
            .lost(1)
            .lost(0)
            .build();
    assertThat(totals).isEqualTo(new ContextTotals(93, 1, 2, 1, 1, 1, 1, 2));
    assertThat(totals.followers()).isEqualTo(8);
    assertThat(totals.threesOrMore()).isEqualTo(5);
    assertThat(totals.isUnseen()).isFalse();
  }

  @Test
  void aClearedBuilderIsNew() {
    assertThat(new ContextTotals.Builder().follower(9).lost(2).clear().build())
        .isEqualTo(ContextTotals.UNSEEN);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new ContextTotals(-1, 0, 0, 0, 0, 0, 0, 0))
        .hasMessage("total (-1) must not be negative");
    assertThatThrownBy(() -> new ContextTotals(5, 1, 2, 1, 1, 0, 0, 0))
        .hasMessage(
            "total (5) - lost (1) must be the sum of the survivors' counts, here exactly 7");
    assertThatThrownBy(() -> new ContextTotals(5, 0, 2, 0, 0, 0, 0, 0))
        .hasMessageContaining("exactly 2");
    assertThatThrownBy(() -> new ContextTotals(7, 0, 2, 0, 0, 0, 0, 1))
        .hasMessageContaining("at least 8");
    assertThatThrownBy(() -> ContextTotals.of(1, 0)).hasMessage("count (0) must be at least 1");
  }
}
