// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscountRuleTest {
  /** n1 = 6, n2 = 2 and no others. */
  private static final CountsOfCounts SIX_AND_TWO = CountsOfCounts.of(8, 10, 6, 2);

  /** D = 6 / (6 + 2 · 2) = 0.6. */
  @Test
  void singleIsNeyEssenAndKneser() {
    assertThat(DiscountRule.SINGLE.trouble(SIX_AND_TWO)).isEmpty();
    assertThat(DiscountRule.SINGLE.estimate().apply(SIX_AND_TWO)).containsExactly(0, 0.6);
    assertThat(DiscountRule.SINGLE.fallback().apply(new DiscountFallback(0.25, 1, 2)))
        .containsExactly(0, 0.25);
  }

  /** Each count that the formula divides by, the least first. */
  @Test
  void countsThatNoneHasAreTrouble() {
    assertThat(DiscountRule.SINGLE.trouble(CountsOfCounts.of(2, 4, 0, 2)))
        .contains("none has count 1");
    assertThat(DiscountRule.SINGLE.trouble(CountsOfCounts.of(6, 6, 6)))
        .contains("none has count 2");
    assertThat(DiscountRule.SINGLE.trouble(CountsOfCounts.of(0, 0))).contains("none has count 1");
  }

  /** A formula that is undefined may give numbers that look legal. */
  @Test
  void outsideItsDomainAFormulaIsNotBelieved() {
    DiscountRule rule = rule(true, Optional.of("undefined"), 0.5);
    assertThat(rule.trouble(SIX_AND_TWO)).contains("undefined");
    // What does not occur at all is the plainer reason.
    assertThat(rule.trouble(CountsOfCounts.of(2, 4, 0, 2))).contains("none has count 1");
  }

  /** D1 of all of a count of 1 is legal where a follower may be left with nothing. */
  @Test
  void aDiscountTakesNoMoreThanThereIs() {
    assertThat(rule(true, Optional.empty(), 1).trouble(SIX_AND_TWO)).isEmpty();
    assertThat(rule(false, Optional.empty(), 1).trouble(SIX_AND_TWO))
        .contains("discount D1 = 1 is not between 0 and 1");
    assertThat(rule(true, Optional.empty(), 1.5).trouble(SIX_AND_TWO))
        .contains("discount D1 = 1.5 is not between 0 and 1");
    assertThat(rule(true, Optional.empty(), -0.5).trouble(SIX_AND_TWO))
        .contains("discount D1 = -0.5 is not between 0 and 1");
    assertThat(rule(true, Optional.empty(), Double.NaN).trouble(SIX_AND_TWO))
        .contains("discount D1 = NaN is not between 0 and 1");
    assertThat(rule(false, Optional.empty(), 0.5, 1.9).trouble(SIX_AND_TWO)).isEmpty();
    assertThat(rule(false, Optional.empty(), 0.5, 2).trouble(SIX_AND_TWO))
        .contains("discount D2 = 2 is not between 0 and 2");
  }

  private static DiscountRule rule(
      boolean takesAll, Optional<String> outside, double... discounts) {
    double[] row = new double[discounts.length + 1];
    System.arraycopy(discounts, 0, row, 1, discounts.length);
    return new DiscountRule(1, takesAll, n -> outside, n -> row.clone(), fallback -> row.clone());
  }
}
