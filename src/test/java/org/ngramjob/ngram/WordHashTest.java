// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordHashTest {
  /** Worked out by an independent program (Python, big integers); files depend on them. */
  @ParameterizedTest
  @CsvSource({
    "'', 1067dd30aa99f92d, 4",
    "a, 2d73803f7de77a5c, 11",
    "的, 653a4b118445d7d, 1",
    "词, a448ae248787d341, 41",
    "ab, 929077b5730e4eba, 36",
    "词性, 9d755354b6a318cb, 39",
    "abcd, 62028b7be6b81190, 24",
    "abcdefg, 37ea276049cc7e1d, 13",
    "判断这, 98c51e5f8975f2c4, 38",
    "abcdefgh, 7d232edc290d585c, 31",
    "abcdefghi, 8f09fee70420286a, 35",
    "中华人民共和国, b7dbe6fba1da13e7, 45",
    "abcdefghijklmnopqrstuvwxyz, 49d622f52fbb849e, 18"
  })
  void hasTheFrozenValues(String word, String hash, int partition) {
    byte[] utf8 = word.getBytes(UTF_8);
    assertThat(Long.toHexString(WordHash.of(utf8, 0, utf8.length))).isEqualTo(hash);
    assertThat(WordHash.partition(WordHash.of(utf8, 0, utf8.length))).isEqualTo(partition);
  }

  @Test
  void dependsOnlyOnTheRange() {
    byte[] alone = "词性是动词".getBytes(UTF_8);
    for (int length = 0; length <= alone.length; length++) {
      byte[] among = new byte[length + 9];
      new Random(length).nextBytes(among);
      System.arraycopy(alone, 0, among, 5, length);
      assertThat(WordHash.of(among, 5, 5 + length)).isEqualTo(WordHash.of(alone, 0, length));
    }
  }

  @Test
  void tellsApartRangesOfZerosByTheirLength() {
    Set<Long> seen = new HashSet<>();
    for (int length = 0; length < 100; length++) {
      assertThat(seen.add(WordHash.of(new byte[length], 0, length))).isTrue();
    }
  }

  /** 64,000 words: each partition expects 1,000, standard deviation 31. */
  @Test
  void spreadsEvenlyOverThePartitions() {
    int[] sizes = new int[WordHash.PARTITIONS];
    for (int i = 0; i < 64_000; i++) {
      byte[] utf8 = Integer.toString(i).getBytes(UTF_8);
      sizes[WordHash.partition(WordHash.of(utf8, 0, utf8.length))]++;
    }
    assertThat(Arrays.stream(sizes).boxed())
        .allSatisfy(size -> assertThat(size).isBetween(840, 1160));
  }

  /** Every bit of every byte of words longer than one block changes about half of the hash. */
  @Test
  void changesHalfOfItsBitsWithAnyBitOfTheWord() {
    byte[] word = "中华人民共和国万岁".getBytes(UTF_8);
    long hash = WordHash.of(word, 0, word.length);
    for (int bit = 0; bit < 8 * word.length; bit++) {
      byte[] other = word.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Long.bitCount(hash ^ WordHash.of(other, 0, other.length))).isBetween(14, 50);
    }
  }
}
