// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The order of words in a section: by count, falling, and where counts are equal by bytes,
 * ascending and unsigned.
 */
final class RankOrder {
  private static final VarHandle BIG_ENDIAN_LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] text;
  private final int[] begins;
  private final long[] counts;
  private final long[] prefixes;

  /**
   * @param text all words one after another
   * @param begins where each begins, then where the last ends
   */
  RankOrder(byte[] text, int[] begins, long[] counts, int words) {
    this.text = text;
    this.begins = begins;
    this.counts = counts;
    this.prefixes = new long[words];
    for (int i = 0; i < words; i++) {
      prefixes[i] = prefix(begins[i], begins[i + 1]);
    }
  }

  /** Indexes of the words by rank; counts {@code {5, 9, 5}} of b, a, a give {@code {1, 2, 0}}. */
  int[] indexes() {
    return IndexSort.sorted(prefixes.length, this::compare);
  }

  private int compare(int a, int b) {
    if (counts[a] != counts[b]) {
      return counts[a] > counts[b] ? -1 : 1;
    }
    if (prefixes[a] != prefixes[b]) {
      return Long.compareUnsigned(prefixes[a], prefixes[b]);
    }
    return Arrays.compareUnsigned(text, begins[a], begins[a + 1], text, begins[b], begins[b + 1]);
  }

  /** The first eight bytes of a word, zeros where it ends before: orders words as they do. */
  private long prefix(int begin, int end) {
    if (end - begin >= Long.BYTES) {
      return (long) BIG_ENDIAN_LONGS.get(text, begin);
    }
    long prefix = 0;
    for (int at = begin; at < begin + Long.BYTES; at++) {
      prefix = prefix << Byte.SIZE | (at < end ? text[at] & 0xff : 0);
    }
    return prefix;
  }
}
