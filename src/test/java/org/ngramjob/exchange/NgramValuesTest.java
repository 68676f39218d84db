// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ngramjob.trie.Stripe;

class NgramValuesTest {
  /** A context, and pairs of a follower and its value. */
  private static Stripe stripe(int[] context, long... pairs) {
    Stripe stripe = new Stripe(3);
    stripe.begin(context, context.length);
    for (int i = 0; i < pairs.length; i += 2) {
      stripe.add((int) pairs[i], pairs[i + 1]);
    }
    return stripe;
  }

  @Test
  void wordsAreAskedForAfterTheEmptyContext() {
    NgramValues values = new NgramValues(1);
    values.add(stripe(new int[0], 0, 7, 5, Long.MAX_VALUE));
    int[] none = {};
    assertThat(values.valueOf(none, 0)).isEqualTo(7);
    assertThat(values.valueOf(none, 4)).isZero();
    assertThat(values.valueOf(none, 5)).isEqualTo(Long.MAX_VALUE);
    assertThat(values.valueOf(none, 6)).isZero();
  }

  /**
   * A value is given once, and what was passed is gone; a longer array than the context will do.
   */
  @Test
  void contextsCountBeforeWords() {
    NgramValues values = new NgramValues(3);
    values.add(stripe(new int[] {2, 9}, 1, 11));
    values.add(stripe(new int[] {3, 1}, 4, 12, 8, 13));
    values.add(stripe(new int[] {3, 2}, 0, 14));
    assertThat(values.valueOf(new int[] {2, 8}, 5)).isZero();
    assertThat(values.valueOf(new int[] {3, 1, 77}, 4)).isEqualTo(12);
    assertThat(values.valueOf(new int[] {3, 1}, 5)).isZero();
    assertThat(values.valueOf(new int[] {3, 2}, 0)).isEqualTo(14);
    assertThat(values.valueOf(new int[] {3, 2}, 0)).isZero();
  }

  /** Room for 256 words and 128 contexts is there at first. */
  @Test
  void thousandsAreKept() {
    NgramValues values = new NgramValues(3);
    for (int context = 0; context < 700; context++) {
      values.add(stripe(new int[] {context / 10, context % 10}, 3, context + 1, 5, context + 2));
    }
    for (int context = 0; context < 700; context++) {
      int[] reversed = {context / 10, context % 10};
      assertThat(values.valueOf(reversed, 3)).isEqualTo(context + 1);
      assertThat(values.valueOf(reversed, 4)).isZero();
      assertThat(values.valueOf(reversed, 5)).isEqualTo(context + 2);
    }
  }

  @Test
  void theNextBucketBeginsAnew() {
    NgramValues values = new NgramValues(2);
    values.add(stripe(new int[] {1}, 3, 7));
    values.add(stripe(new int[] {2}, 3, 8));
    assertThat(values.valueOf(new int[] {2}, 3)).isEqualTo(8);
    values.clear();
    assertThat(values.valueOf(new int[] {1}, 3)).isZero();
    values.add(stripe(new int[] {1}, 4, 9));
    assertThat(values.valueOf(new int[] {1}, 4)).isEqualTo(9);
    assertThat(values.valueOf(new int[] {2}, 3)).isZero();
  }
}
