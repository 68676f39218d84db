// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Objects;

/**
 * An array of numbers of equal width in bits, read in place from mapped memory: one after another,
 * or as a field of records, so that what is asked for together is fetched together. Reads are
 * absolute: safe for any number of threads.
 */
final class PackedArray {
  /** A read takes eight bytes at an offset of whole bytes, so wider numbers would not fit one. */
  static final int MAX_WIDTH = 57;

  private final TableBytes bytes;
  private final int offset;
  private final int shift;
  private final int stride;
  private final long mask;
  private final int size;

  /** The array of {@code size} numbers that begins at the offset of a little-endian buffer. */
  PackedArray(TableBytes bytes, int offset, int width, int size) {
    this(bytes, offset, 0, width, width, size);
  }

  /**
   * One field of {@code size} records.
   *
   * @param shift bits of a record before the field
   * @param stride bits of a record
   */
  PackedArray(TableBytes bytes, int offset, int shift, int stride, int width, int size) {
    Objects.checkIndex(width, MAX_WIDTH + 1);
    Objects.checkFromIndexSize(offset, byteLength(stride, size), bytes.length());
    this.bytes = bytes;
    this.offset = offset;
    this.shift = shift;
    this.stride = stride;
    this.mask = (1L << width) - 1;
    this.size = size;
  }

  /** Several fields of records taken as one; null where they are too wide for one read. */
  static PackedArray ofParts(
      TableBytes bytes, int offset, int shift, int stride, int width, int size) {
    return width > MAX_WIDTH ? null : new PackedArray(bytes, offset, shift, stride, width, size);
  }

  /** Bytes that an array takes, eight bytes of padding included; of records, the sum of widths. */
  static long byteLength(int width, long size) {
    return ((long) width * size + 7) / 8 + 8;
  }

  int size() {
    return size;
  }

  long get(int index) {
    long bit = shift + (long) index * stride;
    return bytes.getLong(offset + (int) (bit >>> 3)) >>> (bit & 7) & mask;
  }

  /** Has a number's bytes read ahead. */
  void ask(int index, ReadAhead ahead) {
    ahead.add(bytes, offset + (int) ((shift + (long) index * stride) >>> 3));
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
    long bit = shift + (long) from * stride;
    for (int i = 0; i < length; i++, bit += stride) {
      target[i] = (int) (bytes.getLong(offset + (int) (bit >>> 3)) >>> (bit & 7) & mask);
    }
  }

  /** The place of the value in the ascending range [from, to), or -1. */
  int find(int from, int to, long value) {
    if (from == to) {
      return -1;
    }
    int place = place(from, to, value);
    return get(place) == value ? place : -1;
  }

  /** The only place in the ascending range [from, to), not empty, where the value may be. */
  int place(int from, int to, long value) {
    // The value, if it is there, is in [place, place + length) throughout. A comparison becomes all
    // ones or none, not a branch: half of those would be guessed wrong, and what is read ahead on a
    // wrong guess is read for nothing.
    int place = from;
    for (int length = to - from; length > 1; ) {
      int half = length >>> 1;
      place += half & (int) ((get(place + half - 1) - value) >> 63);
      length -= half;
    }
    return place;
  }
}
