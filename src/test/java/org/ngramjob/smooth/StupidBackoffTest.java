// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StupidBackoffTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return "stupid-backoff:alpha=" + (1 - random.nextDouble());
  }

  /** Followers 3 and 1: S = 3/4 as it stands, and 0.4 for the shorter context all the same. */
  @Test
  void byHand() {
    Smoothing method = new StupidBackoff(0.4);
    ContextTotals totals = ContextTotals.of(3, 1);
    assertThat(method.kept(2, 3, totals)).isEqualTo(0.75);
    assertThat(method.freed(2, totals)).isEqualTo(0.4);
    assertThat(method.isProbability()).isFalse();
    assertThat(method.explain(2, 3, totals))
        .isEqualTo("order 2: scores 3 / 4 = 0.75 (a score, no probability)");
    assertThat(method.explain(2, 0, totals)).contains("alpha 0.4 times the shorter context");
  }

  /** The one method that promises no sum. */
  @Override
  void keptAndFreedAddUpToOne() {}

  @Override
  void anUnseenContextFreesEverything() {}

  @Override
  void aContextThatLosesAllItsFollowersFreesEverything() {}
}
