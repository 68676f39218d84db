// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class DiscountsTest {
  private static final CountsOfCounts GOOD = CountsOfCounts.of(100, 400, 60, 20, 10, 6);

  /** Characters for words: nothing is rare at order 1. */
  private static final CountsOfCounts NO_ONES = CountsOfCounts.of(100, 900, 0, 20, 10, 6);

  @ParameterizedTest
  @ValueSource(strings = {"absolute", "kneser-ney", "modified-kneser-ney", "katz:k=3"})
  void troubleNamesTheOrderTheCountsAndTheRemedy(String request) {
    assertThatThrownBy(() -> fit(request, Optional.empty(), NO_ONES, GOOD))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(SmoothingMethods.parse(request).name() + " cannot set discounts")
        .hasMessageContaining("for order 1: none has count 1 (")
        .hasMessageContaining("n1=0 n2=20 n3=10 n4=6 n5=0 n6=0, 100 different 1-grams")
        .hasMessageContaining("characters for words")
        .hasMessageContaining("--discount-fallback")
        .hasMessageNotContaining("\n")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  /** Order 1 fails; order 2, the same as in ModifiedKneserNeyTest, keeps its own discounts. */
  @Test
  void onlyTheFailingOrderFallsBack() {
    Smoothing method =
        fit("modified-kneser-ney", Optional.of(DiscountFallback.DEFAULT), NO_ONES, GOOD);
    assertThat(method.parameters())
        .containsEntry("discounts-order1", "0.5 1.0 1.5")
        .containsEntry("fallback-orders", "1");
    assertThat(method.parameters().get("discounts-order2")).startsWith("0.6 1.1 1.5");
    assertThat(SmoothingMethods.restore(method.name(), 2, method.parameters())).isEqualTo(method);
  }

  @Test
  void withoutTroubleTheFallbackIsNotLookedAt() {
    assertThat(fit("modified-kneser-ney", Optional.of(DiscountFallback.DEFAULT), GOOD, GOOD))
        .isEqualTo(fit("modified-kneser-ney", Optional.empty(), GOOD, GOOD));
  }

  @Test
  void aSingleDiscountFallsBackToTheFirstNumber() {
    Optional<DiscountFallback> fallback = Optional.of(DiscountFallback.parse("0.25 1 2"));
    assertThat(fit("kneser-ney", fallback, NO_ONES).parameters())
        .containsEntry("discounts-order1", "0.25");
  }

  /** n3 = 40 > n2: Y = 0.6, D2 = 2 - 3·0.6·40/20 = -1.6. */
  @Test
  void aDiscountOutOfRangeIsTrouble() {
    assertThatThrownBy(
            () ->
                fit(
                    "modified-kneser-ney",
                    Optional.empty(),
                    GOOD,
                    CountsOfCounts.of(130, 600, 60, 20, 40, 6)))
        .hasMessageContaining("for order 2: discount D2 = -1.6 is not between 0 and 2 (adjusted");
  }

  @Test
  void anOrderWithoutNgramsSaysSo() {
    assertThatThrownBy(
            () -> fit("modified-kneser-ney", Optional.empty(), GOOD, CountsOfCounts.of(0, 0)))
        .hasMessageContaining("for order 2: none has count 1")
        .hasMessageContaining("0 different 2-grams); likely no sentence is long enough;");
  }

  private static Smoothing fit(
      String request, Optional<DiscountFallback> fallback, CountsOfCounts... orders) {
    return SmoothingMethods.fit(
        SmoothingMethods.parse(request),
        new CorpusTotals(200, List.of(orders), List.of(orders)),
        fallback);
  }
}
