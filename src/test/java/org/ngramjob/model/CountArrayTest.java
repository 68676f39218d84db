// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ngramjob.trie.ByteWriter;

class CountArrayTest {
  private record Written(CountArray array, int width, int exceptions) {}

  private static Written write(long... counts) {
    LongColumn column = new LongColumn();
    Arrays.stream(counts).forEach(column::add);
    ByteWriter out = new ByteWriter(16);
    out.writeByte(7);
    int[] head = CountArray.write(column, out);
    assertThat(out.length() - 1).isEqualTo(CountArray.byteLength(head, counts.length));
    ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    return new Written(new CountArray(bytes, 1, counts.length, head), head[0], head[1]);
  }

  private static void check(long... counts) {
    CountArray array = write(counts).array;
    for (int i = 0; i < counts.length; i++) {
      assertThat(array.get(i)).as("place %d of %d", i, counts.length).isEqualTo(counts[i]);
    }
  }

  @Test
  void givesBackEveryCount() {
    check(1);
    check(2);
    check(1, 1, 1, 1);
    check(1, 2, 3, 4, 5, 6, 7, 8, 9);
    check(3_000_000_000L, 1, 1L << 50, 2);
    Random random = new Random(2);
    for (int size = 1; size < 400; size += 13) {
      check(
          random
              .doubles(size, 0, 1)
              .mapToLong(u -> (long) Math.min(1e15, 1 / (u * u * u)))
              .toArray());
    }
  }

  /** Around each power of two: all ones of the narrow width mean "look elsewhere". */
  @Test
  void givesBackCountsAtTheEdgeOfAWidth() {
    for (int width = 1; width < 40; width++) {
      long edge = 1L << width;
      long[] counts = new long[60];
      Arrays.fill(counts, edge - 1);
      counts[10] = edge;
      counts[20] = edge + 1;
      counts[30] = Math.max(1, edge - 2);
      check(counts);
    }
  }

  /** 90 ones and a count of 1000: a bit each and one exception beat ten bits each. */
  @Test
  void aRareLargeCountDoesNotWidenTheRest() {
    long[] counts = new long[91];
    Arrays.fill(counts, 1);
    counts[45] = 1000;
    Written written = write(counts);
    assertThat(written.width).isEqualTo(1);
    assertThat(written.exceptions).isEqualTo(1);
    assertThat(written.array.get(45)).isEqualTo(1000);
    assertThat(written.array.get(46)).isEqualTo(1);
  }

  @Test
  void noCountsTakeNoRoom() {
    assertThat(write().exceptions).isZero();
  }
}
