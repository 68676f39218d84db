// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankOrderTest {
  private record Counted(String word, long count) {
    byte[] utf8() {
      return word.getBytes(UTF_8);
    }
  }

  private static int[] order(List<Counted> words) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int[] begins = new int[words.size() + 1];
    long[] counts = new long[words.size() + 3];
    for (int i = 0; i < words.size(); i++) {
      text.writeBytes(words.get(i).utf8());
      begins[i + 1] = text.size();
      counts[i] = words.get(i).count;
    }
    return new RankOrder(text.toByteArray(), begins, counts, words.size()).indexes();
  }

  @Test
  void frequentWordsComeFirstThenSmallerBytes() {
    assertThat(order(List.of(new Counted("b", 5), new Counted("a", 9), new Counted("a", 5))))
        .containsExactly(1, 2, 0);
    assertThat(order(List.of())).isEmpty();
    assertThat(order(List.of(new Counted("词", 1)))).containsExactly(0);
  }

  /** Unsigned bytes: 词 (E8 …) after z; a word before what it begins, a zero byte included. */
  @Test
  void bytesAreUnsigned() {
    List<Counted> words =
        List.of(
            new Counted("词性", 1),
            new Counted("z", 1),
            new Counted("词", 1),
            new Counted("z\0", 1),
            new Counted("zzzzzzzzzz", 1),
            new Counted("zzzzzzzz", 1));
    assertThat(order(words)).containsExactly(1, 3, 5, 4, 2, 0);
  }

  @Test
  void agreesWithAComparator() {
    Random random = new Random(5);
    for (int size : new int[] {2, 3, 31, 32, 33, 1000}) {
      List<Counted> words = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        String word = Integer.toString(i, 2 + i % 9) + "词".repeat(random.nextInt(4));
        words.add(new Counted(word + i, Long.MAX_VALUE - random.nextInt(4)));
      }
      List<Counted> sorted = new ArrayList<>(words);
      sorted.sort(
          Comparator.comparingLong((Counted word) -> -word.count)
              .thenComparing(Counted::utf8, Arrays::compareUnsigned));
      List<Counted> ranked = Arrays.stream(order(words)).mapToObj(words::get).toList();
      assertThat(ranked).isEqualTo(sorted);
    }
  }
}
