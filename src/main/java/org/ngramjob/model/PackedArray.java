// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * An array of numbers of equal width in bits, read in place from mapped memory. Reads are absolute:
 * safe for any number of threads.
 */
final class PackedArray {
  /** A read takes eight bytes at an offset of whole bytes, so wider numbers would not fit one. */
  static final int MAX_WIDTH = 57;

  private final ByteBuffer bytes;
  private final int offset;
  private final int width;
  private final long mask;
  private final int size;

  /** The array of {@code size} numbers that begins at the offset of a little-endian buffer. */
  PackedArray(ByteBuffer bytes, int offset, int width, int size) {
    Objects.checkFromIndexSize(offset, byteLength(width, size), bytes.limit());
    this.bytes = bytes;
    this.offset = offset;
    this.width = width;
    this.mask = (1L << width) - 1;
    this.size = size;
  }

  /** Bytes that an array takes, eight bytes of padding included. */
  static long byteLength(int width, long size) {
    return ((long) width * size + 7) / 8 + 8;
  }

  int size() {
    return size;
  }

  long get(int index) {
    long bit = (long) index * width;
    return bytes.getLong(offset + (int) (bit >>> 3)) >>> (bit & 7) & mask;
  }

  /** The number as an int; for columns that hold ids and places. */
  int getInt(int index) {
    return (int) get(index);
  }

  /**
   * Unpacks {@code length} numbers of at most 32 bits from a place on, into the beginning of an
   * array.
   */
  void read(int from, int length, int[] target) {
    long bit = (long) from * width;
    for (int i = 0; i < length; i++, bit += width) {
      target[i] = (int) (bytes.getLong(offset + (int) (bit >>> 3)) >>> (bit & 7) & mask);
    }
  }

  /** The place of the value in the ascending range [from, to), or -1. */
  int find(int from, int to, long value) {
    int low = from;
    int high = to - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = get(middle);
      if (found < value) {
        low = middle + 1;
      } else if (found > value) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }
}
