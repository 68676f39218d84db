// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.Followers;

class SelectedContextTest {
  /** D(1) = 0.5, and nothing of larger counts. */
  private static final Smoothing KATZ =
      SmoothingMethods.restore("katz", 1, new TreeMap<>(Map.of("discounts-order1", "0.5 0.0")));

  private static SelectedContext filled(double uniform) {
    Followers followers = new Followers();
    followers.add(0, 1, 1);
    followers.add(2, 3, 3);
    SelectedContext context = new SelectedContext(1, KATZ, CountCutoffs.NONE);
    context.fill(followers, null, uniform, false);
    return context;
  }

  /** Two of V = 4 words with counts 1 and 3: 0.5/4 and 3/4; 0.5/4 freed, over 1 - 2/4. */
  @Test
  void whatIsFreedGoesToTheOtherWords() {
    SelectedContext context = filled(0.25);
    assertThat(context.probability(0)).isCloseTo(0.125, within(1e-15));
    assertThat(context.probability(1)).isCloseTo(0.75, within(1e-15));
    assertThat(context.oldWeight()).isCloseTo(0.25, within(1e-15));
  }

  /** The same are all of V = 2 words: 1/8 and 6/8 are divided by 1 - 1/8, so 1/7 and 6/7. */
  @Test
  void whereNoOtherWordIsLeftTheFollowersHaveEverything() {
    SelectedContext context = filled(0.5);
    assertThat(context.probability(0)).isCloseTo(1 / 7.0, within(1e-15));
    assertThat(context.probability(1)).isCloseTo(6 / 7.0, within(1e-15));
    assertThat(context.oldWeight()).isZero();
  }
}
