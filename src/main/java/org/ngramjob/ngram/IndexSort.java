// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/** A stable merge sort of indexes, bottom-up, without an object per index. */
public final class IndexSort {
  /** How the things that indexes stand for compare. */
  @FunctionalInterface
  public interface Order {
    /** Negative, positive or 0 as the first comes before, after or with the second. */
    int compare(int a, int b);
  }

  private final Order order;

  private IndexSort(Order order) {
    this.order = order;
  }

  /** The indexes 0 to size - 1 in order; of b, c, a: {@code {2, 0, 1}}. */
  public static int[] sorted(int size, Order order) {
    IndexSort sort = new IndexSort(order);
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    int[] to = new int[size];
    for (long width = 1; width < size; width *= 2) {
      for (long begin = 0; begin < size; begin += 2 * width) {
        int middle = (int) Math.min(begin + width, size);
        int end = (int) Math.min(begin + 2 * width, size);
        sort.merge(from, to, (int) begin, middle, end);
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
          right == end || (left < middle && order.compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
