// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JelinekMercerTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return "jelinek-mercer:lambda="
        + (1 - random.nextDouble())
        + ",lambda2="
        + (1 - random.nextDouble());
  }

  /** λ = 0.7, followers 3 and 1 of total 4: 0.7·3/4 = 0.525 kept, 0.3 freed. */
  @Test
  void byHand() {
    Smoothing method = fit("jelinek-mercer");
    ContextTotals totals = ContextTotals.of(3, 1);
    assertThat(method.kept(2, 3, totals)).isCloseTo(0.525, within(1e-15));
    assertThat(method.freed(2, totals)).isCloseTo(0.3, within(1e-15));
    assertThat(method.explain(2, 3, totals))
        .isEqualTo(
            "order 2: keeps lambda 0.7 * 3 / 4 = 0.525;"
                + " frees 1 - lambda 0.7 + lambda 0.7 * lost 0 / 4 = 0.3");
  }

  /** The follower of count 1 pruned: 0.3 + 0.7·1/4 = 0.475 freed. */
  @Test
  void lostCountsAreFreed() {
    ContextTotals totals = new ContextTotals.Builder().follower(3).lost(1).build();
    assertThat(fit("jelinek-mercer:lambda=0.7").freed(2, totals)).isCloseTo(0.475, within(1e-15));
  }

  @Test
  void anOrderMayHaveItsOwnLambda() {
    Smoothing method = fit("jelinek-mercer:lambda=0.5,lambda1=0.9,lambda5=0.2");
    assertThat(method.parameters()).containsEntry("lambdas", "0.9 0.5 0.5 0.5 0.2");
    assertThat(method.freed(1, ContextTotals.of(1))).isCloseTo(0.1, within(1e-15));
    assertThat(method.freed(5, ContextTotals.of(1))).isCloseTo(0.8, within(1e-15));
  }

  @Test
  void aLambdaForAnOrderTheModelLacksIsRefused() {
    assertThatThrownBy(() -> fit("jelinek-mercer:lambda6=0.5"))
        .hasMessage(
            "--smoothing \"jelinek-mercer:lambda6=0.5\":"
                + " lambda6 is for an order above the model's, 5");
    SmoothingSpec sixth = SmoothingMethods.parse("jelinek-mercer:lambda6=0.5");
    SmoothingMethods.check(sixth, 6, Optional.empty());
    assertThatThrownBy(() -> SmoothingMethods.check(sixth, 5, Optional.empty()))
        .hasMessageContaining("above the model's, 5");
  }

  private static Smoothing fit(String request) {
    return SmoothingMethods.fit(
        SmoothingMethods.parse(request), corpus(new Random(9)), Optional.empty());
  }
}
