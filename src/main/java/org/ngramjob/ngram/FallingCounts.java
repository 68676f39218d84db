// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/**
 * The order of falling counts that keeps equal counts as they came: a stable merge sort of indexes,
 * without an object per entry.
 */
final class FallingCounts {
  private final long[] counts;
  private final int size;

  FallingCounts(long[] counts, int size) {
    this.counts = counts;
    this.size = size;
  }

  /** Indexes into the counts; {@code {5, 9, 5}} gives {@code {1, 0, 2}}. */
  int[] order() {
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    int[] to = new int[size];
    for (long width = 1; width < size; width *= 2) {
      for (long begin = 0; begin < size; begin += 2 * width) {
        int middle = (int) Math.min(begin + width, size);
        int end = (int) Math.min(begin + 2 * width, size);
        merge(from, to, (int) begin, middle, end);
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int begin, int middle, int end) {
    int left = begin;
    int right = middle;
    for (int at = begin; at < end; at++) {
      boolean takeLeft =
          right == end || (left < middle && counts[from[left]] >= counts[from[right]]);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
