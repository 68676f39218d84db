// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class AddKTest extends SmoothingContract {
  @Override
  String request(Random random) {
    return random.nextBoolean() ? "laplace" : "add-k:k=" + (1 - random.nextDouble());
  }

  /** V = 13; 的 has followers 2 and 1: (2+1)/(3+13) = 3/16, and 1/16 for a word not seen there. */
  @Test
  void workedExample() {
    AddK laplace = new AddK("laplace", 1, 13);
    ContextTotals totals = ContextTotals.of(2, 1);
    double freed = laplace.freed(2, totals);
    assertThat(freed).isEqualTo(13.0 / 16);
    assertThat(laplace.kept(2, 2, totals) + freed / 13).isCloseTo(3.0 / 16, within(1e-16));
    assertThat(laplace.kept(2, 0, totals) + freed / 13).isCloseTo(1.0 / 16, within(1e-16));
  }

  /** After a context that the text does not have: 1/V each. */
  @Test
  void unseenContextIsUniform() {
    AddK laplace = new AddK("laplace", 1, 13);
    assertThat(laplace.freed(2, ContextTotals.UNSEEN) / 13).isEqualTo(1.0 / 13);
  }

  /** k = 0.5, V = 4, followers 3 and a pruned 1: 3/(4+2) kept, (2+1)/(4+2) freed. */
  @Test
  void lostCountsAreSharedAlike() {
    AddK half = new AddK("add-k", 0.5, 4);
    ContextTotals totals = new ContextTotals.Builder().follower(3).lost(1).build();
    assertThat(half.kept(2, 3, totals)).isEqualTo(0.5);
    assertThat(half.freed(2, totals)).isEqualTo(0.5);
    assertThat(half.explain(2, 3, totals))
        .isEqualTo(
            "order 2: keeps 3 / (4 + k 0.5 * V 4) = 0.5;"
                + " frees (k 0.5 * V 4 + lost 1) / (4 + k 0.5 * V 4), shared alike by the V words"
                + " = 0.5");
  }

  /** 10^308 · V is no finite number, and every answer was NaN. */
  @Test
  void aKThatLeavesNothingOfTheCountsIsRefused() {
    assertThatThrownBy(() -> SmoothingMethods.parse("add-k:k=1e308"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("k (1e308) must be a number above 0 and at most 1000000000");
    Smoothing largest = draw(new Random(1), "add-k:k=1e9");
    assertThat(largest.freed(1, ContextTotals.of(3, 1))).isBetween(0.999, 1.0);
  }

  @Test
  void laplaceKeepsItsName() {
    assertThat(draw(new Random(1), "laplace").name()).isEqualTo("laplace");
    assertThat(draw(new Random(1), "add-k").name()).isEqualTo("add-k");
    assertThat(draw(new Random(1), "laplace").parameters())
        .containsEntry("k", "1.0")
        .containsEntry("vocabulary", "5000");
  }

  private static Smoothing draw(Random random, String request) {
    return SmoothingMethods.fit(
        SmoothingMethods.parse(request), corpus(random), java.util.Optional.empty());
  }
}
