// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * Sorts keys that are numbers of a few bits each, the most significant first: by the first number
 * digit by digit, then what is equal in it by the next. Short lists are left to sorts that compare;
 * comparing has the processor guess, and on long lists guess wrong half the time.
 *
 * <p>One instance sorts again and again; it keeps room for the longest list.
 */
final class RadixSort {
  /** Fewer keys than that are sorted faster by comparing them. */
  private static final int SHORTEST = 128;

  /** 2^11 counters stay in the L1 cache. */
  private static final int DIGIT_BITS = 11;

  /** Gaps of Shell's sort (Ciura 2001). */
  private static final int[] GAPS = {57, 23, 10, 4, 1};

  private final int bits;
  private final int[] places = new int[1 << DIGIT_BITS];
  private long[] otherKeys = {};
  private int[] otherValues = {};

  /**
   * A sorter.
   *
   * @param bits of each number; 1 to 31
   */
  RadixSort(int bits) {
    this.bits = bits;
  }

  /** Sorts {@code keys[from, to)}, equal but for the last so many numbers. */
  void sort(long[] keys, int from, int to, int numbers) {
    sort(keys, null, from, to, numbers);
  }

  /**
   * The same, and moves each key's value with it; values of equal keys are in any order.
   *
   * @param values null where keys have none
   */
  void sort(long[] keys, int[] values, int from, int to, int numbers) {
    boolean isShort = to - from < SHORTEST;
    int shift = (numbers - 1) * bits;
    if (values == null) {
      if (isShort) {
        sortShort(keys, from, to);
      } else {
        sortByNumber(keys, from, to, shift);
      }
    } else if (isShort) {
      PairSort.sort(keys, values, 0, from, to);
    } else {
      sortByNumber(keys, values, from, to, shift);
    }
    if (!isShort && shift > 0) {
      for (int begin = from; begin < to; ) {
        int end = endOfTie(keys, begin, to, shift);
        if (end - begin > 1) {
          sort(keys, values, begin, end, numbers - 1);
        }
        begin = end;
      }
    }
  }

  /** By insertion, over ever smaller distances (Shell 1959). */
  private static void sortShort(long[] keys, int from, int to) {
    for (int gap : GAPS) {
      for (int i = from + gap; i < to; i++) {
        long key = keys[i];
        int j = i - gap;
        while (j >= from && keys[j] > key) {
          keys[j + gap] = keys[j];
          j -= gap;
        }
        keys[j + gap] = key;
      }
    }
  }

  private static int endOfTie(long[] keys, int begin, int to, int shift) {
    long number = keys[begin] >>> shift;
    int end = begin + 1;
    while (end < to && keys[end] >>> shift == number) {
      end++;
    }
    return end;
  }

  private void sortByNumber(long[] keys, int from, int to, int shift) {
    int length = to - from;
    if (otherKeys.length < length) {
      otherKeys = new long[length + length / 2];
    }
    for (int done = 0; done < bits; done += width()) {
      int mask = layOut(keys, from, to, shift + done);
      for (int i = from; i < to; i++) {
        long key = keys[i];
        otherKeys[places[(int) (key >>> (shift + done)) & mask]++] = key;
      }
      System.arraycopy(otherKeys, 0, keys, from, length);
    }
  }

  private void sortByNumber(long[] keys, int[] values, int from, int to, int shift) {
    int length = to - from;
    if (otherKeys.length < length) {
      otherKeys = new long[length + length / 2];
    }
    if (otherValues.length < length) {
      otherValues = new int[length + length / 2];
    }
    for (int done = 0; done < bits; done += width()) {
      int mask = layOut(keys, from, to, shift + done);
      for (int i = from; i < to; i++) {
        long key = keys[i];
        int place = places[(int) (key >>> (shift + done)) & mask]++;
        otherKeys[place] = key;
        otherValues[place] = values[i];
      }
      System.arraycopy(otherKeys, 0, keys, from, length);
      System.arraycopy(otherValues, 0, values, from, length);
    }
  }

  /** Bits of a digit: those of a number in as few equal digits as can be. */
  private int width() {
    int digits = (bits + DIGIT_BITS - 1) / DIGIT_BITS;
    return (bits + digits - 1) / digits;
  }

  /** Notes where the keys with each value of a digit begin; gives the digit's mask. */
  private int layOut(long[] keys, int from, int to, int shift) {
    int mask = (1 << width()) - 1;
    Arrays.fill(places, 0, mask + 1, 0);
    for (int i = from; i < to; i++) {
      places[(int) (keys[i] >>> shift) & mask]++;
    }
    int next = 0;
    for (int digit = 0; digit <= mask; digit++) {
      int number = places[digit];
      places[digit] = next;
      next += number;
    }
    return mask;
  }
}
