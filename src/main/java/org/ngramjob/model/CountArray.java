// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.nio.ByteBuffer;
import org.ngramjob.trie.ByteWriter;

/**
 * Counts, most of them small: a packed array of narrow numbers; where all bits are set, the count
 * stands in a second, sorted pair of columns (place, count).
 */
final class CountArray {
  /**
   * Ints that describe an array: width, exceptions, width of their places, width of their counts.
   */
  static final int HEAD_INTS = 4;

  private final PackedArray narrow;
  private final PackedArray places;
  private final PackedArray counts;
  private final long escape;

  CountArray(ByteBuffer bytes, int offset, int size, int[] head) {
    this.narrow = new PackedArray(bytes, offset, head[0], size);
    int at = Math.toIntExact(offset + PackedArray.byteLength(head[0], size));
    this.places = new PackedArray(bytes, at, head[2], head[1]);
    at = Math.toIntExact(at + PackedArray.byteLength(head[2], head[1]));
    this.counts = new PackedArray(bytes, at, head[3], head[1]);
    this.escape = (1L << head[0]) - 1;
  }

  static long byteLength(int[] head, long size) {
    return PackedArray.byteLength(head[0], size)
        + PackedArray.byteLength(head[2], head[1])
        + PackedArray.byteLength(head[3], head[1]);
  }

  long get(int index) {
    long value = narrow.get(index);
    return value == escape ? exception(index) : value + 1;
  }

  /** The count at a place where {@link #narrow} has {@link #escape}. */
  long exception(int index) {
    return counts.get(places.find(0, places.size(), index)) + 1;
  }

  /** Counts - 1, or {@link #escape}. */
  PackedArray narrow() {
    return narrow;
  }

  /** What stands for counts that need more bits. */
  long escape() {
    return escape;
  }

  /** Writes counts of at least 1 in the width that takes the least room; returns the head. */
  static int[] write(LongColumn values, ByteWriter out) {
    int width = bestWidth(values);
    long escape = (1L << width) - 1;
    LongColumn narrow = new LongColumn();
    LongColumn places = new LongColumn();
    LongColumn counts = new LongColumn();
    for (int i = 0; i < values.size(); i++) {
      long value = values.get(i) - 1;
      if (value < escape) {
        narrow.add(value);
      } else {
        narrow.add(escape);
        places.add(i);
        counts.add(value);
      }
    }
    narrow.writeTo(out, width);
    places.writeTo(out, places.width());
    counts.writeTo(out, counts.width());
    return new int[] {width, places.size(), places.width(), counts.width()};
  }

  /** The width with the least total of bits; an exception is taken to cost 64. */
  private static int bestWidth(LongColumn values) {
    long[] ofWidth = new long[65];
    for (int i = 0; i < values.size(); i++) {
      // count - 1 must stay below all ones, so count needs this many bits.
      ofWidth[64 - Long.numberOfLeadingZeros(values.get(i))]++;
    }
    int best = 1;
    long bestBits = Long.MAX_VALUE;
    long exceptions = values.size();
    for (int width = 0; width <= 32; width++) {
      exceptions -= ofWidth[width];
      long bits = (long) width * values.size() + 64 * exceptions;
      if (width > 0 && bits < bestBits) {
        best = width;
        bestBits = bits;
      }
    }
    return best;
  }
}
