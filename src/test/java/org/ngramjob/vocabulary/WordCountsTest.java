// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.WordHash;

class WordCountsTest {
  private final WordCounts counts = new WordCounts();

  private long add(long hash, String word, long count) {
    byte[] utf8 = ("<" + word + ">").getBytes(UTF_8);
    return counts.add(hash, utf8, 1, utf8.length - 1, count);
  }

  private long add(String word, long count) {
    byte[] utf8 = word.getBytes(UTF_8);
    return add(WordHash.of(utf8, 0, utf8.length), word, count);
  }

  private Map<String, Long> drained() throws IOException, InterruptedException {
    Map<String, Long> drained = new TreeMap<>();
    counts.drain(
        (bytes, from, to, count) ->
            assertThat(drained.put(new String(bytes, from, to - from, UTF_8), count)).isNull());
    return drained;
  }

  /** Long words that share their hash, with each other and with a short one, stay apart. */
  @Test
  void longWordsAreCompared() throws Exception {
    add(77, "abcdefgh", 1);
    add(77, "abcdefgx", 2);
    add(77, "abcdefghi", 4);
    add(77, "abc", 8);
    add(77, "abcdefgx", 16);
    assertThat(add(77, "abc", 32)).isEqualTo(40);
    assertThat(drained())
        .isEqualTo(Map.of("abcdefgh", 1L, "abcdefgx", 18L, "abcdefghi", 4L, "abc", 40L));
    assertThat(drained()).isEmpty();
  }

  /** Taken away to nothing, or less, is not the same as never seen. */
  @Test
  void countsMayFall() throws Exception {
    assertThat(add("a", 5)).isEqualTo(5);
    assertThat(add("a", -5)).isZero();
    assertThat(add("b", -3)).isEqualTo(-3);
    assertThat(add("", 1L << 60)).isEqualTo(1L << 60);
    assertThat(add("", (1L << 60) - 1)).isEqualTo((1L << 61) - 1);
    assertThat(drained()).isEqualTo(Map.of("a", 0L, "b", -3L, "", (1L << 61) - 1));
  }

  /** Enough for table and array to grow many times; emptied in between. */
  @Test
  void asASortedMap() throws Exception {
    Random random = new Random(1);
    for (int round = 0; round < 2; round++) {
      Map<String, Long> expected = new TreeMap<>();
      // Else whoever empties it when it is full would do so for every word.
      assertThat(counts.usedBytes()).isZero();
      for (int i = 0; i < 30_000; i++) {
        String word = Integer.toString(random.nextInt(9000), 2 + random.nextInt(30));
        long count = 1L + random.nextInt(9);
        assertThat(add(word, count)).isEqualTo(expected.merge(word, count, Long::sum));
      }
      assertThat(counts.usedBytes()).isGreaterThan(44L * expected.size());
      assertThat(drained()).isEqualTo(expected);
    }
  }
}
