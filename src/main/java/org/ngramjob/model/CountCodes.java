// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;

/**
 * The different counts of a column in ascending order, each having its place in this order as its
 * code: thousands of followers share few counts, so a code is narrower than a large count and all
 * codes have one width. One instance encodes column after column.
 */
final class CountCodes {
  private static final int SMALL = 1 << 16;

  /** By count, where it is small: whether it occurs, later its code. */
  private final int[] small = new int[SMALL];

  private final LongColumn counts = new LongColumn();
  private long[] large = {};

  /** Puts codes in the place of the counts in a column. */
  void encode(LongColumn values) {
    Arrays.fill(small, 0);
    counts.clear();
    LongColumn found = new LongColumn();
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i);
      if (value < SMALL) {
        small[(int) value] = 1;
      } else {
        found.add(value);
      }
    }
    for (int count = 0; count < SMALL; count++) {
      if (small[count] != 0) {
        small[count] = counts.size();
        counts.add(count);
      }
    }
    large = new long[found.size()];
    Arrays.setAll(large, found::get);
    large = Arrays.stream(large).sorted().distinct().toArray();
    for (long count : large) {
      counts.add(count);
    }
    values.replaceAll(this::code);
  }

  /** The different counts of the column encoded last, ascending. */
  LongColumn counts() {
    return counts;
  }

  /** How many of the counts are 1, 2, 3 … in a row, each being its code + 1. */
  int plain() {
    int plain = 0;
    while (plain < counts.size() && counts.get(plain) == plain + 1) {
      plain++;
    }
    return plain;
  }

  private int code(long count) {
    return count < SMALL
        ? small[(int) count]
        : counts.size() - large.length + Arrays.binarySearch(large, count);
  }
}
