// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;

class ContextSharesTest {
  private static final ContextTotals TOTALS = ContextTotals.of(1, 2, 3, 4, 6);

  /** λ of order 2 is 0.5: counts of 16 keep half of c/16, and half is freed. */
  @Test
  void countsKeepAndTheContextFreesByTheOrdersOwnParameters() {
    Smoothing method =
        SmoothingMethods.restore(
            "jelinek-mercer", 3, new TreeMap<>(Map.of("lambdas", "0.25 0.5 0.75")));
    ContextShares shares = new ContextShares(method, 2, TOTALS);
    assertThat(shares.freed()).isEqualTo(0.5);
    for (long count : new long[] {1, 2, 3, 4, 6}) {
      assertThat(shares.kept(count)).as("count %s", count).isEqualTo(count / 32.0);
    }
  }

  /** (1 - 0.5)/16, (2 - 1)/16, (3 - 1.5)/16 and so on: 0.5 + 1 + 3 · 1.5 are freed, 6/16. */
  @Test
  void eachCountHasItsOwnDiscount() {
    Smoothing method =
        SmoothingMethods.restore(
            "modified-kneser-ney", 1, new TreeMap<>(Map.of("discounts-order1", "0.5 1.0 1.5")));
    ContextShares shares = new ContextShares(method, 1, TOTALS);
    assertThat(shares.kept(1)).isEqualTo(0.03125);
    assertThat(shares.kept(2)).isEqualTo(0.0625);
    assertThat(shares.kept(3)).isEqualTo(0.09375);
    assertThat(shares.kept(4)).isEqualTo(0.15625);
    assertThat(shares.kept(6)).isEqualTo(0.28125);
    assertThat(shares.freed()).isCloseTo(0.375, within(1e-15));
  }
}
