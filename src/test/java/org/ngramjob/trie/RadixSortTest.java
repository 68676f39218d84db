// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RadixSortTest {
  /** One digit and several, with room between numbers and digits and without, all 63 bits. */
  @ParameterizedTest
  @CsvSource({"1, 3", "11, 1", "12, 2", "20, 2", "20, 3", "21, 3", "23, 1", "31, 2"})
  void asOrdinarySorts(int bits, int numbers) {
    RadixSort sort = new RadixSort(bits);
    Random random = new Random(bits);
    // On both sides of the length below which keys are compared; shorter lists after longer ones.
    for (int length : new int[] {0, 1, 127, 128, 5000, 700}) {
      for (int distinct : new int[] {1, 2, 40, Integer.MAX_VALUE}) {
        long[] keys = keys(random, length, bits, numbers, distinct);
        long[] expected = keys.clone();
        Arrays.sort(expected, 3, 3 + length);
        long[] alone = keys.clone();
        sort.sort(alone, 3, 3 + length, numbers);
        assertThat(alone).isEqualTo(expected);

        int[] values = new int[keys.length];
        Arrays.setAll(values, i -> Long.hashCode(keys[i]));
        sort.sort(keys, values, 3, 3 + length, numbers);
        assertThat(keys).isEqualTo(expected);
        for (int i = 0; i < keys.length; i++) {
          assertThat(values[i]).isEqualTo(Long.hashCode(keys[i]));
        }
      }
    }
  }

  /** With neighbours that must stay where they are. */
  private static long[] keys(Random random, int length, int bits, int numbers, int distinct) {
    long[] keys = new long[length + 5];
    Arrays.fill(keys, Long.MAX_VALUE);
    for (int i = 3; i < 3 + length; i++) {
      keys[i] = 0;
      for (int n = 0; n < numbers; n++) {
        keys[i] = keys[i] << bits | (random.nextInt(distinct) & ((1L << bits) - 1));
      }
    }
    return keys;
  }

  /** Keys with more numbers than are told: equal in the first, so that only the last ones count. */
  @ParameterizedTest
  @CsvSource({"10", "1000"})
  void onlyTheLastNumbers(int length) {
    long[] keys = new Random(3).longs(length, 7 << 20, 8 << 20).toArray();
    long[] expected = keys.clone();
    Arrays.sort(expected);
    new RadixSort(20).sort(keys, 0, length, 1);
    assertThat(keys).isEqualTo(expected);
  }
}
