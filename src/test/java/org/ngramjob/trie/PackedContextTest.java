// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedContextTest {
  private static String stripe(PackedContext contexts, int nearest, long packed) {
    Stripe stripe = new Stripe(contexts.length() + 2);
    contexts.begin(stripe, nearest, packed);
    return Arrays.toString(Arrays.copyOf(stripe.context(), stripe.depth()));
  }

  /** {@code <s> 5 6 7 4} at order 4, ids of three bits; what stands before 4 is 7, 6, 5. */
  @Test
  void growsWithTheSentence() {
    PackedContext contexts = new PackedContext(4, 8);
    assertThat(contexts.bits()).isEqualTo(3);
    assertThat(contexts.length()).isEqualTo(2);
    assertThat(stripe(contexts, 1, 0)).isEqualTo("[1]");
    long beforeSix = contexts.next(0, 1);
    assertThat(beforeSix).isEqualTo(0b001_000);
    assertThat(stripe(contexts, 5, beforeSix)).isEqualTo("[5, 1]");
    long beforeSeven = contexts.next(beforeSix, 5);
    assertThat(beforeSeven).isEqualTo(0b101_001);
    assertThat(stripe(contexts, 6, beforeSeven)).isEqualTo("[6, 5, 1]");
    long beforeFour = contexts.next(beforeSeven, 6);
    assertThat(beforeFour).isEqualTo(0b110_101);
    assertThat(stripe(contexts, 7, beforeFour)).isEqualTo("[7, 6, 5]");
  }

  /** Order 2 has nothing but the nearest word. */
  @Test
  void mayBeEmpty() {
    PackedContext contexts = new PackedContext(2, 1 << 30);
    assertThat(contexts.next(0, 12345)).isZero();
    assertThat(stripe(contexts, 12345, 0)).isEqualTo("[12345]");
  }

  /** Ids are below the size: 8 words need three bits, a ninth one more. */
  @Test
  void bitsOfAnId() {
    assertThat(PackedContext.bits(1)).isEqualTo(1);
    assertThat(PackedContext.bits(8)).isEqualTo(3);
    assertThat(PackedContext.bits(9)).isEqualTo(4);
    assertThat(PackedContext.bits(Integer.MAX_VALUE)).isEqualTo(31);
  }
}
