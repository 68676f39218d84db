// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ngramjob.failure.Failure;

/**
 * The words of one logical partition, read in place from a mapped file: rank ↔ word and count.
 *
 * <p>Ranks run by count class (falling), then count (falling), then bytes (ascending, unsigned).
 * All numbers are little-endian. With k classes, n words, b bytes of text and c slots:
 *
 * <pre>
 *    0  int   magic "NGVS"          16  long  sum of all counts
 *    4  int   version               24  int   k
 *    8  int   partition             28  int   c
 *   12  int   n                     32  int   b, then int 0
 *   40  k × { int class, int words, long sum of counts }, classes falling
 *    .  n × long    counts, by rank
 *    .  n+1 × int   where each word begins in the text; the last is b
 *    .  c × { long hash, int rank + 1 }   open addressing, linear probing; 0 is free; the sign
 *                bit of the rank marks words that share a hash with no other, see WordHash
 *    .  b bytes     the words, by rank, as UTF-8
 * </pre>
 *
 * <p>Only absolute reads: safe for concurrent use. A look-up is exact: it compares the bytes of the
 * words that may share a hash.
 */
public final class VocabularySection {
  static final int MAGIC = 0x5356474e;
  static final int VERSION = 1;
  static final int HEADER_BYTES = 40;
  static final int CLASS_BYTES = 16;
  static final int SLOT_BYTES = 12;

  /** Set in a slot whose word is so short that its hash alone tells it. */
  static final int EXACT = 1 << 31;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuffer buffer;
  private final String place;
  private final int partition;
  private final int words;
  private final int capacity;
  private final int classes;
  private final int counts;
  private final int offsets;
  private final int table;
  private final int text;

  /**
   * Reads the header only.
   *
   * @param source exactly one section, from its position to its limit
   * @param place what to call it in an error
   * @throws Failure if the bytes cannot be a section of this version
   */
  VocabularySection(ByteBuffer source, String place) {
    this.place = place;
    buffer = source.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (buffer.capacity() < HEADER_BYTES || buffer.getInt(0) != MAGIC) {
      throw damaged("it does not begin like a vocabulary section");
    }
    if (buffer.getInt(4) != VERSION) {
      throw damaged("its version is " + buffer.getInt(4) + ", this program reads " + VERSION);
    }
    partition = buffer.getInt(8);
    if (partition < 0 || partition >= WordHash.PARTITIONS) {
      throw damaged("its partition is " + partition + ", of " + WordHash.PARTITIONS);
    }
    words = buffer.getInt(12);
    classes = buffer.getInt(24);
    capacity = buffer.getInt(28);
    int textBytes = buffer.getInt(32);
    long end = length(classes, words, capacity, textBytes);
    if (Math.min(classes, Math.min(words, textBytes)) < 0
        || capacity <= words
        || end != buffer.capacity()) {
      throw damaged("its parts take " + end + " bytes but it has " + buffer.capacity());
    }
    counts = HEADER_BYTES + CLASS_BYTES * classes;
    offsets = counts + Long.BYTES * words;
    table = offsets + Integer.BYTES * (words + 1);
    text = table + SLOT_BYTES * capacity;
  }

  /** The bytes a section takes. */
  static long length(int classes, int words, int capacity, int textBytes) {
    return HEADER_BYTES
        + (long) CLASS_BYTES * classes
        + (long) Long.BYTES * words
        + Integer.BYTES * (words + 1L)
        + (long) SLOT_BYTES * capacity
        + textBytes;
  }

  /**
   * The first slot to try for a hash: its low half, scaled to the table (the top is the partition).
   */
  static int slot(long hash, int capacity) {
    return (int) (((hash & 0xffffffffL) * capacity) >>> 32);
  }

  /** The logical partition, 0 to {@link WordHash#PARTITIONS} - 1. */
  public int partition() {
    return partition;
  }

  /** Number of words; ranks are 0 to words - 1. */
  public int words() {
    return words;
  }

  /** The sum of all words' counts. */
  public long tokens() {
    return buffer.getLong(16);
  }

  /** Number of different count classes here. */
  int classes() {
    return classes;
  }

  /** The count class at a place of the falling list of classes. */
  int classAt(int index) {
    return buffer.getInt(HEADER_BYTES + CLASS_BYTES * index);
  }

  /** How many words the class at a place of the list has. */
  int classWords(int index) {
    return buffer.getInt(HEADER_BYTES + CLASS_BYTES * index + 4);
  }

  /** The sum of the counts of the class at a place of the list. */
  long classTokens(int index) {
    return buffer.getLong(HEADER_BYTES + CLASS_BYTES * index + 8);
  }

  /** The count of the word with this rank. */
  public long count(int rank) {
    return buffer.getLong(counts + Long.BYTES * rank);
  }

  /** The word with this rank as UTF-8, a fresh array. */
  public byte[] word(int rank) {
    int from = offset(rank);
    int to = offset(rank + 1);
    if (from < 0 || to < from || to > buffer.capacity() - text) {
      throw damaged("the word of rank " + rank + " lies outside its text");
    }
    byte[] word = new byte[to - from];
    buffer.get(text + from, word);
    return word;
  }

  /**
   * Looks at every place that a look-up may follow.
   *
   * @throws Failure if one points outside the section
   */
  void verify() {
    int end = buffer.capacity() - text;
    for (int rank = 0; rank < words; rank++) {
      if (offset(rank) > offset(rank + 1)) {
        throw damaged("the words of ranks " + rank + " and " + (rank + 1) + " overlap");
      }
    }
    if (offset(0) != 0 || offset(words) != end) {
      throw damaged("its words do not fill its text");
    }
    for (int slot = 0; slot < capacity; slot++) {
      int rank = (buffer.getInt(table + SLOT_BYTES * slot + Long.BYTES) & ~EXACT) - 1;
      if (rank >= words) {
        throw damaged("its table names a word of rank " + rank);
      }
    }
  }

  /**
   * The rank of the word in {@code utf8[from, to)} with this hash, or -1.
   *
   * @throws Failure if a place it follows points outside the section, or the search has no end
   */
  public int rank(long hash, byte[] utf8, int from, int to) {
    try {
      return find(hash, utf8, from, to);
    } catch (IndexOutOfBoundsException e) {
      throw outside();
    }
  }

  private int find(long hash, byte[] utf8, int from, int to) {
    int exact = WordHash.isExact(to - from) ? EXACT : 0;
    int slot = slot(hash, capacity);
    boolean wrapped = false;
    while (true) {
      int at = table + SLOT_BYTES * slot;
      int stored = buffer.getInt(at + Long.BYTES);
      if (stored == 0) {
        return -1;
      }
      if (buffer.getLong(at) == hash && (stored & EXACT) == exact) {
        int rank = (stored & ~EXACT) - 1;
        if (exact != 0 || isWord(rank, utf8, from, to)) {
          return rank;
        }
      }
      if (++slot == capacity) {
        if (wrapped) {
          throw damaged("its table has no free slot");
        }
        wrapped = true;
        slot = 0;
      }
    }
  }

  /** What {@link #rank} reads first: what the first slot for a hash holds. */
  int firstStored(long hash) {
    return buffer.getInt(table + SLOT_BYTES * slot(hash, capacity) + Long.BYTES);
  }

  /** What {@link #rank} reads next where a slot holds this: of a longer word its text, else 0. */
  int firstCompared(int stored) {
    try {
      return stored > 0 ? buffer.get(text + offset(stored - 1)) : 0;
    } catch (IndexOutOfBoundsException e) {
      throw outside();
    }
  }

  /** For words of at least eight bytes. */
  private boolean isWord(int rank, byte[] utf8, int from, int to) {
    int begin = offset(rank);
    if (offset(rank + 1) - begin != to - from) {
      return false;
    }
    int shift = text + begin - from;
    for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
      if (buffer.getLong(shift + at) != (long) LONGS.get(utf8, at)) {
        return false;
      }
    }
    int last = to - Long.BYTES;
    return buffer.getLong(shift + last) == (long) LONGS.get(utf8, last);
  }

  private int offset(int rank) {
    return buffer.getInt(offsets + Integer.BYTES * rank);
  }

  private Failure outside() {
    return damaged("a word lies outside its text");
  }

  private Failure damaged(String why) {
    return Failure.badInput(
        "damaged vocabulary "
            + place
            + ": "
            + why
            + "; was it copied whole? make it again with the vocabulary command");
  }
}
