// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** By Witten-Bell: T = 3 of R = 2 followers, which keep 2/5 and 1/5 and free 2/5. */
class ExplanationTest {
  private static final ContextTotals TOTALS = ContextTotals.of(2, 1);

  @Test
  void aFollowerKeepsAndTheContextFrees() {
    assertThat(line(2, TOTALS)).isEqualTo("order 2: keeps KEEPS = 0.4; frees FREES = 0.4");
    assertThat(line(1, TOTALS)).isEqualTo("order 2: keeps KEEPS = 0.2; frees FREES = 0.4");
  }

  @Test
  void aWordThatDoesNotFollowKeepsNothing() {
    assertThat(line(0, TOTALS))
        .isEqualTo("order 2: does not follow here, keeps 0; frees FREES = 0.4");
  }

  @Test
  void anUnseenContextHasNoFormulas() {
    assertThat(line(0, ContextTotals.UNSEEN))
        .isEqualTo("order 2: the context is not in the text; keeps 0, frees 1");
  }

  private static String line(long count, ContextTotals totals) {
    return Explanation.line(new WittenBell(), 2, count, totals, "KEEPS", "FREES");
  }
}
