// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FallingCountsTest {
  @Test
  void keepsEqualCountsAsTheyCame() {
    assertThat(new FallingCounts(new long[] {5, 9, 5, 1, 9}, 5).order())
        .containsExactly(1, 4, 0, 2, 3);
    assertThat(new FallingCounts(new long[4], 0).order()).isEmpty();
  }

  @Test
  void agreesWithTheLibrarysStableSort() {
    Random random = new Random(1);
    for (int size = 0; size < 200; size++) {
      long[] counts = random.longs(size, 0, 10).toArray();
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> -counts[i]))
              .mapToInt(i -> i)
              .toArray();
      assertThat(new FallingCounts(counts, size).order()).isEqualTo(expected);
    }
  }
}
