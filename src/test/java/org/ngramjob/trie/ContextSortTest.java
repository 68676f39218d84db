// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.SpecialWords;

class ContextSortTest {
  /** 5,000,000 ids need 23 bits: two to a key. */
  @ParameterizedTest
  @CsvSource({"1, 12", "2, 12", "3, 12", "3, 5000000", "5, 5000000", "10, 5000000", "10, 70000"})
  void ordersTokensByContextThenWord(int order, int vocabulary) {
    ContextSort sort = new ContextSort(order, vocabulary);
    for (int seed = 0; seed < 8; seed++) {
      int[] text = text(new Random(seed), vocabulary);
      List<int[]> expected = new ArrayList<>();
      for (int at = 0; at < text.length; at++) {
        if (text[at] != SpecialWords.BEGIN) {
          expected.add(record(text, at, order));
        }
      }
      expected.sort(Arrays::compare);
      int[] positions = sort.sort(text, text.length);
      assertThat(sort.records()).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertThat(record(text, positions[i], order)).isEqualTo(expected.get(i));
      }
    }
  }

  /** Reversed context, nothing (-1) beyond {@code <s>}, then the token. */
  private static int[] record(int[] text, int at, int order) {
    int[] record = new int[order];
    Arrays.fill(record, -1);
    for (int k = 0; k < order - 1; k++) {
      record[k] = text[at - 1 - k];
      if (record[k] == SpecialWords.BEGIN) {
        break;
      }
    }
    record[order - 1] = text[at];
    return record;
  }

  /** Few different words, the greatest ids among them, and unknown ones. */
  private static int[] text(Random random, int vocabulary) {
    int[] text = new int[900];
    int size = 0;
    while (size < text.length - 20) {
      text[size++] = SpecialWords.BEGIN;
      for (int i = random.nextInt(15); i > 0; i--) {
        text[size++] =
            switch (random.nextInt(6)) {
              case 0 -> SpecialWords.UNKNOWN;
              case 1, 2 -> vocabulary - 1 - random.nextInt(3);
              default -> 3 + random.nextInt(4);
            };
      }
      text[size++] = SpecialWords.END;
    }
    return Arrays.copyOf(text, size);
  }
}
