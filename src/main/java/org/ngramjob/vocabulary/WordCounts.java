// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ngramjob.ngram.HashedWords;
import org.ngramjob.ngram.WordHash;

/**
 * Counts of byte strings, without an object per string: an open-addressing table of hashes and
 * counts, and one growing array of the strings. A string of up to seven bytes is told by its hash
 * alone, so that counting it again reads one place in memory.
 */
final class WordCounts {
  /** Receives the entries of a table. */
  @FunctionalInterface
  interface Visitor {
    /** One string, in {@code bytes[from, to)}, and its count. */
    void entry(byte[] bytes, int from, int to, long count) throws IOException, InterruptedException;
  }

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int SMALLEST_TABLE = 1 << 10;
  private static final int SMALLEST_ARENA = 1 << 14;
  private static final int SLOT_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** Low bits beside a count; it has 61 more and its sign. */
  private static final int USED = 1;

  /** The hash alone tells the string. */
  private static final int EXACT = 2;

  private static final int COUNT_SHIFT = 2;

  /** By slot the hash, then count and bits; 0 is a free slot. */
  private long[] slots = new long[2 * SMALLEST_TABLE];

  /** By slot where its string lies in the arena, in units of four bytes. */
  private int[] places = new int[SMALLEST_TABLE];

  /** Of each string its length and its bytes. */
  private byte[] arena = new byte[SMALLEST_ARENA];

  private int used;
  private int entries;

  /** What was read ahead goes here, or the JVM would leave the reading out. */
  @SuppressWarnings("unused")
  private long readAhead;

  /** Adds one to the count of each word, and empties the list. */
  void addAll(HashedWords words) {
    long read = 0;
    for (int i = 0; i < words.size(); i++) {
      read += slots[2 * firstSlot(words.hash(i)) + 1];
    }
    readAhead = read;
    for (int i = 0; i < words.size(); i++) {
      add(words.hash(i), words.text(), words.begin(i), words.end(i), 1);
    }
    words.clear();
  }

  /** Adds to the count of the string in {@code bytes[from, to)} with this hash; gives the sum. */
  long add(long hash, byte[] bytes, int from, int to, long count) {
    int exact = WordHash.isExact(to - from) ? EXACT : 0;
    for (int slot = firstSlot(hash); ; slot = nextSlot(slot)) {
      long known = slots[2 * slot + 1];
      if (known == 0) {
        insert(slot, hash, append(bytes, from, to), count << COUNT_SHIFT | exact | USED);
        return count;
      }
      if (slots[2 * slot] == hash
          && (known & EXACT) == exact
          && (exact != 0 || isAt(places[slot], bytes, from, to))) {
        long sum = known + (count << COUNT_SHIFT);
        slots[2 * slot + 1] = sum;
        return sum >> COUNT_SHIFT;
      }
    }
  }

  /** Bytes of memory that the entries need, in a table that is half full; 0 when it is drained. */
  long usedBytes() {
    return used + 2L * SLOT_BYTES * entries;
  }

  /** Shows every entry, in no particular order, then empties the table. */
  void drain(Visitor visitor) throws IOException, InterruptedException {
    for (int slot = 0; slot < places.length; slot++) {
      long known = slots[2 * slot + 1];
      if (known != 0) {
        int at = places[slot] << 2;
        int from = at + Integer.BYTES;
        visitor.entry(arena, from, from + (int) INTS.get(arena, at), known >> COUNT_SHIFT);
      }
    }
    Arrays.fill(slots, 0);
    used = 0;
    entries = 0;
  }

  private int firstSlot(long hash) {
    return (int) (hash >>> 32) & (places.length - 1);
  }

  private int nextSlot(int slot) {
    return slot + 1 & (places.length - 1);
  }

  private boolean isAt(int place, byte[] bytes, int from, int to) {
    int at = place << 2;
    int begin = at + Integer.BYTES;
    return (int) INTS.get(arena, at) == to - from
        && Arrays.equals(arena, begin, begin + to - from, bytes, from, to);
  }

  private void insert(int slot, long hash, int place, long countAndBits) {
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = countAndBits;
    places[slot] = place;
    if (++entries > places.length >> 1) {
      growTable();
    }
  }

  /** Writes a string to the arena; gives its place. */
  private int append(byte[] bytes, int from, int to) {
    int at = used;
    long end = at + (long) Integer.BYTES + to - from;
    if (end > arena.length) {
      arena = Arrays.copyOf(arena, Math.toIntExact(Math.max(end + 8, arena.length * 3L / 2)));
    }
    INTS.set(arena, at, to - from);
    System.arraycopy(bytes, from, arena, at + Integer.BYTES, to - from);
    used = Math.toIntExact(end + 3 & ~3L);
    return at >> 2;
  }

  private void growTable() {
    long[] oldSlots = slots;
    int[] oldPlaces = places;
    slots = new long[2 * oldSlots.length];
    places = new int[2 * oldPlaces.length];
    for (int old = 0; old < oldPlaces.length; old++) {
      if (oldSlots[2 * old + 1] != 0) {
        int slot = firstSlot(oldSlots[2 * old]);
        while (slots[2 * slot + 1] != 0) {
          slot = nextSlot(slot);
        }
        slots[2 * slot] = oldSlots[2 * old];
        slots[2 * slot + 1] = oldSlots[2 * old + 1];
        places[slot] = oldPlaces[old];
      }
    }
  }
}
