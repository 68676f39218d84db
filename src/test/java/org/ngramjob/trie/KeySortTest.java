// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySortTest {
  /** With an id limit of 2^31 - 1 two ids fill a key, with 2 a key holds 63. */
  @ParameterizedTest
  @CsvSource({
    "1, 2147483647, 2147483647",
    "2, 2147483647, 2",
    "3, 2147483647, 3",
    "5, 2147483647, 2147483647",
    "10, 2147483647, 2",
    "4, 2097152, 4",
    "4, 2097153, 4",
    "9, 1, 1",
    "9, 2, 2",
    "9, 3, 3"
  })
  void sortsIdByIdWhateverTheirWidth(int elements, int idLimit, int different) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      int known = random.nextInt(elements);
      int[][] records = new int[1 + random.nextInt(random.nextInt(5) == 0 ? 900 : 60)][elements];
      for (int[] record : records) {
        for (int i = known; i < elements; i++) {
          record[i] = idLimit - 1 - random.nextInt(different);
        }
      }
      int[] positions = new int[records.length + 2];
      Arrays.setAll(positions, i -> i - 1);
      KeySort sort =
          new KeySort(
              elements, idLimit, (at, next, packed, bits) -> key(records[at], next, packed, bits));
      sort.sort(positions, 1, positions.length - 1, known);
      int[][] sorted = new int[records.length][];
      Arrays.setAll(sorted, i -> records[positions[i + 1]]);
      int[][] expected = records.clone();
      Arrays.sort(expected, Arrays::compare);
      assertThat(sorted).isDeepEqualTo(expected);
      assertThat(positions[0]).isEqualTo(-1);
      assertThat(positions[positions.length - 1]).isEqualTo(records.length);
    }
  }

  private static long key(int[] record, int next, int packed, int bits) {
    long key = 0;
    for (int i = next; i < next + packed; i++) {
      assertThat((long) record[i]).isLessThan(1L << bits);
      key = key << bits | record[i];
    }
    assertThat(key).isNotNegative();
    return key;
  }
}
