// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairSortTest {
  @Test
  void sortsAndKeepsPairsTogether() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      int length = random.nextInt(300);
      int distinct = 1 + random.nextInt(400);
      long[] keys = random.longs(length, 0, distinct).toArray();
      int[] values = new int[length + 5];
      for (int i = 0; i < length; i++) {
        values[5 + i] = (int) keys[i] * 3;
      }
      long[] expected = keys.clone();
      Arrays.sort(expected);
      PairSort.sort(keys, values, 5, 0, length);
      assertThat(keys).isEqualTo(expected);
      for (int i = 0; i < length; i++) {
        assertThat(values[5 + i]).isEqualTo((int) keys[i] * 3);
      }
    }
  }
}
