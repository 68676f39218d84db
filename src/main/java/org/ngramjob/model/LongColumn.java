// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.ngramjob.trie.ByteWriter;

/** A growing list of non-negative numbers that is written as a {@link PackedArray}. */
final class LongColumn {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

  /** Puts another number in the place of each. */
  void replaceAll(LongUnaryOperator replacement) {
    union = 0;
    for (int i = 0; i < size; i++) {
      values[i] = replacement.applyAsLong(values[i]);
      union |= values[i];
    }
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
    writeRecords(new LongColumn[] {this}, new int[] {width}, out);
  }

  /** Writes columns of one size as records: each column's first value, each one's second, … */
  static void writeRecords(LongColumn[] columns, int[] widths, ByteWriter out) {
    for (int width : widths) {
      if (width > PackedArray.MAX_WIDTH) {
        throw new IllegalStateException("value of " + width + " bits in a packed column");
      }
    }
    int size = columns[0].size;
    long bytes = PackedArray.byteLength(IntStream.of(widths).sum(), size);
    byte[] target = out.reserve(bytes);
    int end = out.length() + (int) bytes;
    int at = out.length();
    long pending = 0;
    int bits = 0;
    for (int i = 0; i < size; i++) {
      for (int field = 0; field < columns.length; field++) {
        if (bits + widths[field] > Long.SIZE) {
          EIGHT_BYTES.set(target, at, pending);
          at += bits >>> 3;
          pending = bits == Long.SIZE ? 0 : pending >>> (bits & ~7);
          bits &= 7;
        }
        pending |= columns[field].values[i] << bits;
        bits += widths[field];
      }
    }
    EIGHT_BYTES.set(target, at, pending);
    EIGHT_BYTES.set(target, end - Long.BYTES, 0L);
    out.setLength(end);
  }
}
