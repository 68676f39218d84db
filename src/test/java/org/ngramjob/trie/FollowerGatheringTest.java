// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class FollowerGatheringTest {
  private final FollowerGathering gathering = new FollowerGathering();
  private final Followers union = new Followers();
  private final WordSums wordSums = new WordSums();

  private String union() {
    gathering.unionInto(union, wordSums);
    return text(union);
  }

  /** {@code word:raw/adjusted} of each. */
  static String text(Followers followers) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < followers.size(); i++) {
      text.append(i == 0 ? "" : " ").append(followers.word(i)).append(':');
      text.append(followers.raw(i)).append('/').append(followers.adjusted(i));
    }
    return text.toString();
  }

  @Test
  void oneSource() {
    assertThat(union()).isEmpty();
    gathering.add(3, 5);
    gathering.add(8, 1);
    assertThat(union()).isEqualTo("3:5/1 8:1/1");
  }

  /** Children with (3:5 8:1), (2:1 8:4) and (8:2): 8 follows all three. */
  @Test
  void severalSources() {
    gathering.add(3, 5);
    gathering.add(8, 1);
    gathering.add(2, 1);
    gathering.add(8, 4);
    gathering.add(8, 2);
    assertThat(union()).isEqualTo("2:1/1 3:5/1 8:7/3");
    gathering.clear();
    gathering.add(9, 1);
    assertThat(union()).isEqualTo("9:1/1");
  }

  @Test
  void intoAStripe() {
    gathering.add(8, 1);
    gathering.add(2, 1);
    gathering.add(8, 4);
    Stripe stripe = new Stripe(2);
    stripe.begin(new int[] {5}, 1);
    gathering.unionInto(stripe);
    assertThat(BlockList.text(stripe)).isEqualTo("5: 2x1 8x5");
  }

  /** Below and above the size at which the way of sorting changes, one instance throughout. */
  @Test
  void anySize() {
    Random random = new Random(11);
    for (int round = 0; round < 3000; round++) {
      int size = random.nextInt(random.nextInt(10) == 0 ? 400 : 40);
      Map<Integer, long[]> expected = new TreeMap<>();
      boolean rareWords = random.nextBoolean();
      gathering.clear();
      for (int i = 0; i < size; i++) {
        int word =
            rareWords && random.nextInt(3) == 0 ? Integer.MAX_VALUE - i : random.nextInt(1 + size);
        long count = 1 + (random.nextLong() >>> 20);
        gathering.add(word, count);
        long[] sums = expected.computeIfAbsent(word, key -> new long[2]);
        sums[0] += count;
        sums[1]++;
      }
      StringBuilder text = new StringBuilder();
      expected.forEach(
          (word, sums) ->
              text.append(text.isEmpty() ? "" : " ").append(word + ":" + sums[0] + "/" + sums[1]));
      assertThat(union()).isEqualTo(text.toString());
    }
  }

  @Test
  void aSumBeyondALongIsAnError() {
    gathering.add(3, Long.MAX_VALUE - 1);
    gathering.add(3, 1);
    assertThat(union()).isEqualTo("3:9223372036854775807/2");
    gathering.add(3, 1);
    assertThatThrownBy(this::union)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("more than 2^63 - 1");
  }
}
