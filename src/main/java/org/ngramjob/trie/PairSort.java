// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/** Sorts an array of keys together with an array of values; not stable, in place. */
final class PairSort {
  private static final int INSERTION_LIMIT = 20;

  private PairSort() {}

  /** Sorts {@code keys[from, to)} ascending and moves {@code values[shift + i]} with key i. */
  static void sort(long[] keys, int[] values, int shift, int from, int to) {
    int low = from;
    int high = to;
    while (high - low > INSERTION_LIMIT) {
      long pivot = pivot(keys, low, high);
      int i = low - 1;
      int j = high;
      while (true) {
        do {
          i++;
        } while (keys[i] < pivot);
        do {
          j--;
        } while (keys[j] > pivot);
        if (i >= j) {
          break;
        }
        swap(keys, values, shift, i, j);
      }
      // Hoare: [low, j] <= pivot <= [j + 1, high); recurse into the smaller half, loop on the
      // other.
      if (j + 1 - low < high - j - 1) {
        sort(keys, values, shift, low, j + 1);
        low = j + 1;
      } else {
        sort(keys, values, shift, j + 1, high);
        high = j + 1;
      }
    }
    insertionSort(keys, values, shift, low, high);
  }

  private static void insertionSort(long[] keys, int[] values, int shift, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      long key = keys[i];
      int value = values[shift + i];
      int j = i - 1;
      while (j >= from && keys[j] > key) {
        keys[j + 1] = keys[j];
        values[shift + j + 1] = values[shift + j];
        j--;
      }
      keys[j + 1] = key;
      values[shift + j + 1] = value;
    }
  }

  /**
   * Median of three at places that no simple input pattern hits. It may stand last in the range;
   * then another of the three that is not below it stands before, so neither part comes out empty.
   */
  private static long pivot(long[] keys, int from, int to) {
    int length = to - from;
    int third = (int) (((length * 0x9E3779B97F4A7C15L) >>> 33) % (length / 3));
    long a = keys[from + third];
    long b = keys[from + length / 3 + third];
    long c = keys[from + 2 * (length / 3) + third];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  private static void swap(long[] keys, int[] values, int shift, int i, int j) {
    long key = keys[i];
    keys[i] = keys[j];
    keys[j] = key;
    int value = values[shift + i];
    values[shift + i] = values[shift + j];
    values[shift + j] = value;
  }
}
