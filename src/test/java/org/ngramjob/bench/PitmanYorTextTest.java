// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PitmanYorTextTest {
  private static final int ORDERS = 5;

  /**
   * Different n-grams of orders 1 to 5 in the first 1,000,033 tokens of novels, by {@code count}.
   */
  private static final long[] NOVELS = {85_450, 427_052, 734_857, 849_245, 866_422};

  @Test
  void isTheSameForASeed() {
    assertThat(words(7, 10_000)).isEqualTo(words(7, 10_000)).isNotEqualTo(words(8, 10_000));
  }

  @Test
  void sentencesAreNotEmpty() {
    long[] words = words(3, 100_000);
    assertThat(words[0]).isNotEqualTo(PitmanYorText.END);
    for (int i = 1; i < words.length; i++) {
      assertThat(words[i - 1] == PitmanYorText.END && words[i] == PitmanYorText.END).isFalse();
    }
    assertThat(Arrays.stream(words).filter(word -> word == PitmanYorText.END).count())
        .isBetween(4_000L, 7_000L);
  }

  @Test
  void growsAsNovelsDo() {
    long[] words = words(1, 1_050_000);
    for (int order = 1; order <= ORDERS; order++) {
      double ratio = (double) different(words, order) / NOVELS[order - 1];
      assertThat(ratio).as("order %d", order).isBetween(1 / 1.3, 1.3);
    }
  }

  /** What the class is for: the same words in any order have many more long n-grams. */
  @Test
  void independentWordsWouldNot() {
    long[] words = words(1, 1_050_000);
    Random random = new Random(5);
    for (int i = words.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      long word = words[i];
      words[i] = words[j];
      words[j] = word;
    }
    assertThat(different(words, 3)).isGreaterThan((long) (1.3 * NOVELS[2]));
  }

  private static long[] words(long seed, int length) {
    PitmanYorText text = new PitmanYorText(seed);
    return LongStream.generate(text::next).limit(length).toArray();
  }

  /** Windows within a sentence that {@code END} closes; one that begins with it, begins one. */
  private static long different(long[] words, int order) {
    return LongStream.range(order - 1, words.length)
        .filter(end -> isWindow(words, (int) end, order))
        .map(end -> hash(words, (int) end, order))
        .distinct()
        .count();
  }

  private static boolean isWindow(long[] words, int end, int order) {
    return order == 1
        || Arrays.stream(words, end - order + 2, end).noneMatch(w -> w == PitmanYorText.END);
  }

  private static long hash(long[] words, int end, int order) {
    long hash = order;
    for (int i = end - order + 1; i <= end; i++) {
      hash = (hash ^ words[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }
}
