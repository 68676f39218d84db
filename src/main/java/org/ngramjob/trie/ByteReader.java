// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Objects;
import org.ngramjob.failure.Failure;

/** Reads back what {@link ByteWriter} wrote; never beyond its range, whatever the bytes say. */
public final class ByteReader {
  private byte[] bytes = {};
  private int position;
  private int limit;

  /** Reads {@code source[from, to)} from now on. */
  public ByteReader reset(byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    bytes = source;
    position = from;
    limit = to;
    return this;
  }

  public boolean hasMore() {
    return position < limit;
  }

  int remaining() {
    return limit - position;
  }

  /** The array that is read, of which {@link #position} is a place. */
  byte[] array() {
    return bytes;
  }

  public int position() {
    return position;
  }

  public int readByte() {
    if (position >= limit) {
      throw cut();
    }
    return bytes[position++] & 255;
  }

  /** A number below 2^63, as {@link ByteWriter#writeVarLong} wrote it. */
  public long readVarLong() {
    long first = readByte();
    if (first < 128) {
      return first;
    }
    long value = first & 127;
    for (int shift = 7; shift < 63; shift += 7) {
      long next = readByte();
      value |= (next & 127) << shift;
      if (next < 128) {
        return value;
      }
    }
    throw cut();
  }

  /** A number that must fit an int: an id, a size. */
  public int readVarInt() {
    if (position < limit) {
      int first = bytes[position];
      if (first >= 0) {
        position++;
        return first;
      }
    }
    long value = readVarLong();
    if (value > Integer.MAX_VALUE) {
      throw cut();
    }
    return (int) value;
  }

  public int readInt() {
    int high = readByte() << 24 | readByte() << 16;
    return high | readByte() << 8 | readByte();
  }

  /** What to throw when the bytes read last make no sense. */
  Failure damaged(String why) {
    return Failure.badInput(
        "corrupt counts: "
            + why
            + " at offset "
            + position
            + " of "
            + limit
            + "; the file is damaged or cut, make it again");
  }

  private Failure cut() {
    return damaged("bytes end or overflow");
  }
}
