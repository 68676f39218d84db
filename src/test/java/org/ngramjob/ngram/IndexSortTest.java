// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexSortTest {
  @Test
  void sortsIndexesByWhatTheyStandFor() {
    String[] words = {"b", "c", "a"};
    assertThat(IndexSort.sorted(3, (a, b) -> words[a].compareTo(words[b])))
        .containsExactly(2, 0, 1);
  }

  /** Few values, so that many are equal: those keep their order. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 31, 32, 33, 1000})
  void isStable(int size) {
    Random random = new Random(size);
    int[] values = IntStream.range(0, size).map(i -> random.nextInt(9)).toArray();
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(IndexSort.sorted(size, (a, b) -> Integer.compare(values[a], values[b])))
        .isEqualTo(expected);
  }
}
