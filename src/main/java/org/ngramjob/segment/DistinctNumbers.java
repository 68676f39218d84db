// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;

/** Numbers the different values it is shown, from 1: jieba's words have some 5,000 weights. */
final class DistinctNumbers {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private double[] values = new double[1 << 13];
  private int size = 1;

  /** Open addressing; 0 is an empty slot. Four times as long as {@link #values}. */
  private int[] slots = new int[values.length << 2];

  /** The value's number. */
  int numberOf(double value) {
    int slot = slot(value);
    if (slots[slot] == 0) {
      if (size == values.length) {
        grow();
        slot = slot(value);
      }
      values[size] = value;
      slots[slot] = size++;
    }
    return slots[slot];
  }

  /** The value of a number. */
  double get(int number) {
    return values[number];
  }

  private int slot(double value) {
    int mask = slots.length - 1;
    int slot = (int) ((Double.doubleToLongBits(value) * GOLDEN) >>> 32) & mask;
    while (slots[slot] != 0 && values[slots[slot]] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    values = Arrays.copyOf(values, 2 * size);
    slots = new int[values.length << 2];
    for (int number = 1; number < size; number++) {
      slots[slot(values[number])] = number;
    }
  }
}
