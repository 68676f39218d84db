// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WittenBellTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return "witten-bell";
  }

  /** Followers 5, 2, 1: T = 8, R = 3, so 5/11 kept by the first and 3/11 freed. */
  @Test
  void byHand() {
    ContextTotals totals = ContextTotals.of(5, 2, 1);
    assertThat(new WittenBell().kept(3, 5, totals)).isEqualTo(5.0 / 11);
    assertThat(new WittenBell().freed(3, totals)).isEqualTo(3.0 / 11);
    assertThat(new WittenBell().explain(3, 5, totals))
        .isEqualTo(
            "order 3: keeps 5 / (8 + followers 3) = 0.4545455;"
                + " frees (followers 3 + lost 0) / (8 + followers 3) = 0.2727273");
  }

  /** The 1 pruned: T = 8, R = 2, L = 1; 5/10, 2/10 and (2+1)/10 make 1. */
  @Test
  void prunedFollowersDoNotCountAsFollowers() {
    ContextTotals totals = new ContextTotals.Builder().follower(5).follower(2).lost(1).build();
    assertThat(new WittenBell().kept(3, 5, totals)).isEqualTo(0.5);
    assertThat(new WittenBell().freed(3, totals)).isEqualTo(0.3);
  }
}
