// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.trie.ByteWriter;

/** A growing list of non-negative numbers that is written as a {@link PackedArray}. */
final class LongColumn {
  private long[] values = new long[64];
  private int size;
  private long union;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    union |= value;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return values[index];
  }

  void clear() {
    size = 0;
    union = 0;
  }

  /** Bits that the greatest value needs. */
  int width() {
    return 64 - Long.numberOfLeadingZeros(union);
  }

  /** Writes all values with {@code width} bits each, least significant bit first, and padding. */
  void writeTo(ByteWriter out, int width) {
    if (width > PackedArray.MAX_WIDTH) {
      throw new IllegalStateException("value of " + width + " bits in a packed column");
    }
    long pending = 0;
    int bits = 0;
    for (int i = 0; i < size; i++) {
      pending |= values[i] << bits;
      bits += width;
      while (bits >= 8) {
        out.writeByte((int) pending);
        pending >>>= 8;
        bits -= 8;
      }
    }
    if (bits > 0) {
      out.writeByte((int) pending);
    }
    for (int i = 0; i < 8; i++) {
      out.writeByte(0);
    }
  }
}
