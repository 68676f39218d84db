// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;

class KatzTest extends SmoothingContract {
  /**
   * k = 2, n1..n3 = 60 20 4: share s = 3·4/60 = 0.2. d1 = (2·20/60 - 0.2)/0.8 = 7/12, D(1) = 5/12.
   * d2 = (3·4/20/2 - 0.2)/0.8 = 0.125, D(2) = 2 - 0.25 = 1.75.
   */
  private static final CountsOfCounts COUNTS = CountsOfCounts.of(90, 200, 60, 20, 4);

  @Override
  String request(Random random) {
    return "katz:k=" + (2 + random.nextInt(4));
  }

  /** Followers 7, 2, 1, T = 10: 0.7, (2-1.75)/10 = 0.025, (7/12)/10; freed (5/12 + 1.75)/10. */
  @Test
  void byHand() {
    Smoothing method = fit("katz:k=2", COUNTS);
    ContextTotals totals = ContextTotals.of(7, 2, 1);
    assertThat(method.kept(1, 7, totals)).isEqualTo(0.7);
    assertThat(method.kept(1, 2, totals)).isCloseTo(0.025, within(1e-15));
    assertThat(method.kept(1, 1, totals)).isCloseTo(7.0 / 120, within(1e-15));
    assertThat(method.freed(1, totals)).isCloseTo(26.0 / 120, within(1e-15));
    assertThat(method.explain(1, 2, totals))
        .isEqualTo(
            "order 1: keeps (2 - D2 1.75) / 10 = 0.025;"
                + " frees (discounts 2.166667 + lost 0) / 10 = 0.2166667");
  }

  /** All followers above k, 5 and 3: T + 1 = 9 makes room for others, 5/9 + 3/9 + 1/9. */
  @Test
  void aContextThatFreesNothingGetsOneMore() {
    Smoothing method = fit("katz:k=2", COUNTS);
    ContextTotals totals = ContextTotals.of(5, 3);
    assertThat(method.kept(1, 5, totals)).isEqualTo(5.0 / 9);
    assertThat(method.freed(1, totals)).isEqualTo(1.0 / 9);
    assertThat(method.explain(1, 5, totals)).contains("+ 1 as all counts are large) / (8 + 1)");
  }

  /** k = 3: share 4·1/60 = 1/15; d2 = (3·15/20/2 - 1/15)/(14/15) = 127/112, above 1. */
  @Test
  void aDiscountThatAddsIsTrouble() {
    assertThatThrownBy(() -> fit("katz:k=3", CountsOfCounts.of(96, 200, 60, 20, 15, 1)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("discount D2 = -0.2678571 is not between 0 and 2");
  }

  /** n1 = 10, n2 = 1, n3 = 1: share 0.3, d1 = (0.2 - 0.3)/0.7 below 0, D(1) = 8/7. */
  @Test
  void aDiscountThatTakesAllIsTrouble() {
    assertThatThrownBy(() -> fit("katz:k=2", CountsOfCounts.of(12, 15, 10, 1, 1)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("discount D1 = 1.142857 is not between 0 and 1");
  }

  /** n1 = 9, n2 = 3, n3 = 3: share 3·3/9 = 1, and the formula would divide by 1 - 1. */
  @Test
  void aShareOfAllIsTrouble() {
    assertThatThrownBy(() -> fit("katz:k=2", CountsOfCounts.of(15, 24, 9, 3, 3)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("3 n3 / n1 = 1 is not below 1");
  }

  /**
   * s = 6·15/10 = 9, and yet d1 = (2.4 - 9)/(1 - 9) = 0.825, d2 = (1.625 - 9)/-8 = 0.921875, d3 =
   * (20/13 - 9)/-8, d4 = (4/3 - 9)/-8 and d5 = (1.125 - 9)/-8 are all between 0 and 1.
   */
  @Test
  void aShareAboveAllIsTroubleThoughDiscountsLookLegal() {
    CountsOfCounts rising = CountsOfCounts.of(81, 306, 10, 12, 13, 15, 16, 15);
    assertThatThrownBy(() -> fit("katz", rising))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("6 n6 / n1 = 9 is not below 1");
    Smoothing method =
        SmoothingMethods.fit(
            SmoothingMethods.parse("katz"), corpus(rising), Optional.of(DiscountFallback.DEFAULT));
    assertThat(method.parameters()).containsEntry("fallback-orders", "1");
  }

  @Test
  void theCountAboveKMustOccur() {
    assertThatThrownBy(() -> fit("katz", COUNTS))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("order 1: none has count 4 (raw counts of counts n1=60 n2=20 n3=4");
  }

  /** Up to k = 5 the fallback takes 0.5, 1, 1.5, 1.5, 1.5, and nothing above. */
  @Test
  void fallsBack() {
    Smoothing method =
        SmoothingMethods.fit(
            SmoothingMethods.parse("katz"), corpus(COUNTS), Optional.of(DiscountFallback.DEFAULT));
    assertThat(method.parameters())
        .containsEntry("discounts-order1", "0.5 1.0 1.5 1.5 1.5 0.0")
        .containsEntry("fallback-orders", "1");
    assertThatThrownBy(
            () ->
                SmoothingMethods.fit(
                    SmoothingMethods.parse("katz"),
                    corpus(COUNTS),
                    Optional.of(new DiscountFallback(1, 1, 1))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("katz needs discounts below 1, 2 and 3");
  }

  /** What is left of the count is 0: 1 - 1, 2 - 2, 3 - 3, and the word would be impossible. */
  @ParameterizedTest
  @ValueSource(strings = {"1 1 1.5", "0.5 2 1.5", "0.5 1 3"})
  void aFallbackThatTakesAllIsRefused(String fallback) {
    assertThatThrownBy(
            () ->
                SmoothingMethods.fit(
                    SmoothingMethods.parse("katz"),
                    corpus(COUNTS),
                    Optional.of(DiscountFallback.parse(fallback))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("katz needs discounts below 1, 2 and 3");
    assertThatThrownBy(
            () ->
                SmoothingMethods.check(
                    SmoothingMethods.parse("katz"),
                    1,
                    Optional.of(DiscountFallback.parse(fallback))))
        .hasMessageContaining("katz needs discounts below 1, 2 and 3");
  }

  private static Smoothing fit(String request, CountsOfCounts counts) {
    return SmoothingMethods.fit(SmoothingMethods.parse(request), corpus(counts), Optional.empty());
  }

  private static CorpusTotals corpus(CountsOfCounts counts) {
    return new CorpusTotals(200, List.of(counts), List.of(counts));
  }
}
