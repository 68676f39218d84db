// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PruningCostTest {
  /**
   * P(h) = 0.1, U = 0.4, U' = 0.5, so α = 0.8; P(w|h) = 0.2, P(w|h') = 0.1: α' = 0.6 / 0.6 = 1. D =
   * -0.1 (0.2 (ln 0.1 - ln 0.2) + 0.4 (ln 1 - ln 0.8)) = -0.1 (-0.1386294 + 0.0892574) =
   * 0.00493720; e^D - 1 = 0.00494941.
   */
  @Test
  void followsThePaper() {
    assertThat(new PruningCost(0.1, 0.4, 0.5).of(0.2, 0.1)).isCloseTo(0.00494941, within(1e-8));
  }

  /** With α = 1 and P(w|h) = P(w|h') nothing changes. */
  @Test
  void whatBacksOffToItselfCostsNothing() {
    assertThat(new PruningCost(0.3, 0.5, 0.5).of(0.2, 0.2)).isZero();
  }

  /** Nothing was left to others: α' = 0.25 / 0.5; D = -0.25 ln (0.5 · 0.5 / 0.25) = 0. */
  @Test
  void contextsThatLeaveNothingHaveACost() {
    assertThat(new PruningCost(1, 0, 0).of(0.25, 0.5)).isCloseTo(0, within(1e-15));
    // α' = 0.25 / 0.75, D = -0.25 ln (0.5 / 3 / 0.25) = 0.25 ln 1.5.
    assertThat(new PruningCost(1, 0, 0.25).of(0.25, 0.5))
        .isCloseTo(Math.pow(1.5, 0.25) - 1, within(1e-12));
  }

  /** The last bit of {@code Math} depends on the machine. */
  @Test
  void isTheSameOnEveryMachine() {
    Random random = new Random(3);
    for (int i = 0; i < 100_000; i++) {
      double probability = random.nextDouble();
      double shorter = random.nextDouble();
      double weight = (0.5 + probability) / (0.25 + shorter);
      double change = probability * StrictMath.log(shorter * weight / probability);
      change += 0.5 * StrictMath.log(weight * 0.25 / 0.5);
      assertThat(new PruningCost(0.1, 0.5, 0.25).of(probability, shorter))
          .isEqualTo(StrictMath.expm1(-0.1 * change));
    }
  }

  /** Sums of thousands of shares may pass one by a rounding error. */
  @Test
  void roundingIsNoReasonForNaN() {
    assertThat(new PruningCost(1, -1e-17, -2e-17).of(0.25, 0.5)).isCloseTo(0, within(1e-12));
  }
}
