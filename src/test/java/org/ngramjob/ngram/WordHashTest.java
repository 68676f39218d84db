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
    "a, decf80ae64bcecd3, 55",
    "的, 14597728ea2318ac, 5",
    "词, 15c0f57a8e6bd7b, 0",
    "ab, 35e7af3915ae8302, 13",
    "词性, 6d3bf46545741b28, 27",
    "abcd, b615a0df9d7b92f2, 45",
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
