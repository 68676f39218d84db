// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class StripeTest {
  @Test
  void equalWordsAreAddedUp() {
    Stripe stripe = new Stripe(2);
    stripe.begin(new int[] {4}, 1);
    stripe.add(0, Long.MAX_VALUE - 2);
    stripe.add(0, 2);
    stripe.add(7, 1);
    stripe.add(7, 5);
    assertThat(BlockList.text(stripe)).isEqualTo("4: 0x9223372036854775807 7x6");
  }

  @Test
  void countsBeyondTheLargestNumberAreRefused() {
    Stripe stripe = new Stripe(2);
    stripe.begin(new int[] {4}, 1);
    stripe.add(7, Long.MAX_VALUE);
    assertThatThrownBy(() -> stripe.add(7, 1))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "counts 9223372036854775807 and 1 add up to more than 2^63 - 1;"
                + " they are damaged, count again");
  }

  /** There is room for 16 from the beginning. */
  @Test
  void growsAndKeepsWhatItHas() {
    Stripe stripe = new Stripe(2);
    stripe.begin(new int[] {4}, 1);
    for (int word = 0; word < 40; word++) {
      stripe.add(word, word + 1);
    }
    assertThat(stripe.size()).isEqualTo(40);
    for (int i = 0; i < 40; i++) {
      assertThat(stripe.word(i)).isEqualTo(i);
      assertThat(stripe.count(i)).isEqualTo(i + 1);
    }
  }

  /** The context is copied; a follower of the one before does not come back. */
  @Test
  void beginsAnewWithPartOfAnArray() {
    Stripe stripe = new Stripe(3);
    int[] ids = {9, 5, 6, 9};
    stripe.begin(ids, 2);
    stripe.add(8, 3);
    stripe.begin(ids, 1, 2);
    ids[1] = 7;
    assertThat(stripe.size()).isZero();
    stripe.add(8, 1);
    assertThat(BlockList.text(stripe)).isEqualTo("5 6: 8x1");
  }

  @Test
  void unigramsHaveNoContext() {
    Stripe stripe = new Stripe(1);
    stripe.begin(new int[0], 0);
    stripe.add(3, 2);
    assertThat(BlockList.text(stripe)).isEqualTo(": 3x2");
  }
}
