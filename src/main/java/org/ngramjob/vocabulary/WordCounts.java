// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts of byte strings, without an object per string: an open-addressing table of tags and
 * offsets into one growing array that holds count, length and bytes of each.
 */
final class WordCounts {
  /** Receives the entries of a table. */
  @FunctionalInterface
  interface Visitor {
    /** One string, in {@code bytes[from, to)}, and its count. */
    void entry(byte[] bytes, int from, int to, long count) throws IOException, InterruptedException;
  }

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SMALLEST_TABLE = 1 << 10;
  private static final int SMALLEST_ARENA = 1 << 14;
  private static final int LENGTH_AT = 8;
  private static final int BYTES_AT = 12;

  /** High half: top half of the hash. Low half: offset in the arena / 4 + 1; 0 is a free slot. */
  private long[] slots = new long[SMALLEST_TABLE];

  private byte[] arena = new byte[SMALLEST_ARENA];
  private int used;
  private int entries;

  /** Adds to the count of the string in {@code bytes[from, to)} with this hash; gives the sum. */
  long add(long hash, byte[] bytes, int from, int to, long count) {
    int tag = (int) (hash >>> 32);
    int mask = slots.length - 1;
    for (int i = tag & mask; ; i = (i + 1) & mask) {
      long slot = slots[i];
      if (slot == 0) {
        slots[i] = (long) tag << 32 | append(bytes, from, to, count);
        if (++entries > slots.length >> 1) {
          growTable();
        }
        return count;
      }
      if ((int) (slot >>> 32) == tag) {
        int at = offset(slot);
        if ((int) INTS.get(arena, at + LENGTH_AT) == to - from
            && Arrays.equals(arena, at + BYTES_AT, at + BYTES_AT + to - from, bytes, from, to)) {
          long sum = (long) LONGS.get(arena, at) + count;
          LONGS.set(arena, at, sum);
          return sum;
        }
      }
    }
  }

  /** Bytes of memory that hold something. */
  long usedBytes() {
    return used + 8L * slots.length;
  }

  /** Shows every entry, in no particular order, then empties the table. */
  void drain(Visitor visitor) throws IOException, InterruptedException {
    for (long slot : slots) {
      if (slot != 0) {
        int at = offset(slot);
        int from = at + BYTES_AT;
        int to = from + (int) INTS.get(arena, at + LENGTH_AT);
        visitor.entry(arena, from, to, (long) LONGS.get(arena, at));
      }
    }
    Arrays.fill(slots, 0);
    used = 0;
    entries = 0;
  }

  private static int offset(long slot) {
    return (int) (((slot & 0xffffffffL) - 1) << 2);
  }

  /** Writes a new entry; returns its offset as slots hold it. */
  private long append(byte[] bytes, int from, int to, long count) {
    int at = used;
    long end = at + (long) BYTES_AT + to - from;
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, Math.toIntExact(Math.max(end + 8, arena.length * 3L / 2)));
    }
    LONGS.set(arena, at, count);
    INTS.set(arena, at + LENGTH_AT, to - from);
    System.arraycopy(bytes, from, arena, at + BYTES_AT, to - from);
    used = Math.toIntExact(end + 3 & ~3L);
    return (at >> 2) + 1L;
  }

  private void growTable() {
    long[] old = slots;
    slots = new long[2 * old.length];
    int mask = slots.length - 1;
    for (long slot : old) {
      if (slot != 0) {
        int i = (int) (slot >>> 32) & mask;
        while (slots[i] != 0) {
          i = (i + 1) & mask;
        }
        slots[i] = slot;
      }
    }
  }
}
