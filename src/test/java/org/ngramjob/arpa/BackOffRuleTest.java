// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;

class BackOffRuleTest {
  private static final Smoothing WITTEN_BELL =
      SmoothingMethods.restore("witten-bell", 3, new TreeMap<>());
  private static final Smoothing KATZ =
      SmoothingMethods.restore(
          "katz",
          3,
          new TreeMap<>(
              Map.of(
                  "discounts-order1", "0.5 0.0",
                  "discounts-order2", "0.5 0.0",
                  "discounts-order3", "0.5 0.0")));

  private static BackOffRule rule(Smoothing smoothing, String pruning) {
    return BackOffRule.of(
        ModelHeader.of(5, smoothing, CountCutoffs.parse(pruning), List.of(5L, 6L, 6L)));
  }

  private static ContextTotals totals(long... counts) {
    ContextTotals.Builder totals = new ContextTotals.Builder();
    for (long count : counts) {
      totals.follower(count);
    }
    return totals.build();
  }

  /** One follower seen once needs no message; the context of a text that is not there has none. */
  @Test
  void whatEveryoneKnowsIsNotSent() {
    BackOffRule rule = rule(WITTEN_BELL, "0");
    assertThat(rule.isSent(1, totals(1))).isFalse();
    assertThat(rule.isSent(1, totals(2))).isTrue();
    assertThat(rule.isSent(1, totals(1, 1))).isTrue();
    assertThat(rule.isSent(1, totals())).isFalse();
  }

  /** Trigrams seen once are left out: of the contexts of two words there is no common weight. */
  @Test
  void abovePrunedOrdersAllIsSent() {
    BackOffRule rule = rule(WITTEN_BELL, "0 0 1");
    assertThat(rule.isSent(1, totals(1))).isFalse();
    assertThat(rule.isSent(2, totals(1))).isTrue();
    assertThat(rule.unsent(1, SpecialWords.FIRST_WORD)).isCloseTo(-Math.log10(2), within(1e-14));
    assertThat(rule.unsent(2, SpecialWords.FIRST_WORD)).isZero();
  }

  /** A method that backs off has weights that depend on the shorter context. */
  @Test
  void methodsThatBackOffSendAll() {
    BackOffRule rule = rule(KATZ, "0");
    assertThat(rule.isSent(1, totals(1))).isTrue();
    assertThat(rule.isSent(1, totals())).isFalse();
    assertThat(rule.unsent(1, SpecialWords.FIRST_WORD)).isZero();
  }

  /** No sentence goes on behind its end. */
  @Test
  void theEndOfASentenceIsNoContext() {
    assertThat(rule(WITTEN_BELL, "0").unsent(1, SpecialWords.END)).isZero();
  }

  /** The bits of a float and one: of -1 they are 0xbf800000, of -99 0xc2c60000. */
  @Test
  void messagesArePositive() {
    BackOffRule rule = rule(WITTEN_BELL, "0");
    assertThat(rule.encode(1)).isPositive();
    assertThat(BackOffRule.decode(rule.encode(1))).isCloseTo(0, within(1e-14f));
    assertThat(rule.encode(0.1)).isEqualTo(0xbf800000L + 1);
    assertThat(rule.encode(0)).isEqualTo(0xc2c60000L + 1);
    assertThat(BackOffRule.decode(0xbf800000L + 1)).isEqualTo(-1);
    assertThat(BackOffRule.decode(0xc2c60000L + 1)).isEqualTo(-99);
  }
}
