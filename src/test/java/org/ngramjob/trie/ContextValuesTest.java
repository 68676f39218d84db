// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextValuesTest {
  private static List<String> drain(ContextValues values) throws IOException {
    List<String> stripes = new ArrayList<>();
    values.drainTo(stripe -> stripes.add(BlockList.text(stripe)));
    return stripes;
  }

  @Test
  void givesStripesInOrderWhateverTheOrderOfValues() throws IOException {
    ContextValues values = new ContextValues(3, 10);
    values.add(new int[] {4, 3}, 0, 2, 7);
    values.add(new int[] {3, 9}, 0, 5, 1);
    values.add(new int[] {8, 4, 3, 8}, 1, 1, 2);
    values.add(new int[] {3, 9}, 0, 4, 1L << 40);
    values.add(new int[] {3, 8}, 0, 9, 1);
    assertThat(values.size()).isEqualTo(5);
    assertThat(drain(values))
        .containsExactly("3 8: 9x1", "3 9: 4x1099511627776 5x1", "4 3: 1x2 2x7");
  }

  @Test
  void isEmptyAfterwards() throws IOException {
    ContextValues values = new ContextValues(2, 10);
    values.add(new int[] {4}, 0, 2, 7);
    assertThat(drain(values)).containsExactly("4: 2x7");
    assertThat(values.size()).isZero();
    assertThat(drain(values)).isEmpty();
    values.add(new int[] {5}, 0, 2, 1);
    assertThat(drain(values)).containsExactly("5: 2x1");
  }

  /** Of ids below 2^30, which take 30 bits, two are packed at a time; of ids below 100, nine. */
  @ParameterizedTest
  @CsvSource({"1, 100000", "2, 1073741824", "5, 1073741824", "10, 100"})
  void agreesWithASortedMap(int order, int idLimit) throws IOException {
    Random random = new Random(order);
    ContextValues values = new ContextValues(order, idLimit);
    Map<int[], Long> expected = new TreeMap<>(Arrays::compare);
    for (long i = 1; i <= 3000; i++) {
      int[] ngram = new int[order];
      // Few contexts, so that most have several words; those are many.
      Arrays.setAll(ngram, k -> idLimit - 1 - random.nextInt(k == order - 1 ? 90 : 3));
      if (expected.putIfAbsent(ngram, i) == null) {
        values.add(ngram, 0, ngram[order - 1], i);
      }
    }
    List<String> found = new ArrayList<>();
    values.drainTo(
        stripe -> {
          for (int i = 0; i < stripe.size(); i++) {
            int[] ngram = Arrays.copyOf(stripe.context(), order);
            ngram[order - 1] = stripe.word(i);
            found.add(Arrays.toString(ngram) + stripe.count(i));
          }
        });
    List<String> texts = new ArrayList<>();
    expected.forEach((ngram, value) -> texts.add(Arrays.toString(ngram) + value));
    assertThat(found).isEqualTo(texts);
  }
}
