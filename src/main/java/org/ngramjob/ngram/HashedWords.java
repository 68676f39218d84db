// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.util.Arrays;

/**
 * A few words with their hashes, in the order in which they were added. Whoever looks words up in a
 * great table collects them here first and reads the places of all before it asks for any, so that
 * the processor waits for many places in memory at once.
 */
public final class HashedWords {
  /** Many more than a processor fetches at a time, few enough for their bytes to stay near it. */
  public static final int CAPACITY = 128;

  private static final int MANY_BYTES = 1 << 14;
  private static final int WORD_BYTES = Long.BYTES + Integer.BYTES;

  private final long[] hashes = new long[CAPACITY];
  private final int[] ends = new int[CAPACITY];
  private byte[] text = new byte[CAPACITY * 16];
  private int size;

  /** Whether they must be looked up before another word is added: there are many, or long ones. */
  public boolean isFull() {
    return size == CAPACITY || begin(size) >= MANY_BYTES;
  }

  /** Bytes of memory that the words need. */
  public long usedBytes() {
    return begin(size) + (long) WORD_BYTES * size;
  }

  /**
   * Adds a word; they must not be {@linkplain #isFull full}.
   *
   * @param hash {@link WordHash} of the word
   * @param utf8 holds it in {@code [from, to)}; is copied
   */
  public void add(long hash, byte[] utf8, int from, int to) {
    int begin = begin(size);
    int end = Math.addExact(begin, to - from);
    if (end > text.length) {
      text = Arrays.copyOf(text, (int) Math.max(end, Math.min(2L * text.length, 2L * MANY_BYTES)));
    }
    System.arraycopy(utf8, from, text, begin, to - from);
    hashes[size] = hash;
    ends[size++] = end;
  }

  /** Empties them. */
  public void clear() {
    size = 0;
  }

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The hash of a word, the first being 0. */
  public long hash(int word) {
    return hashes[word];
  }

  /** Holds the bytes of all words; another array after a word was added. */
  public byte[] text() {
    return text;
  }

  /** Where the bytes of a word begin. */
  public int begin(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  /** Where the bytes of a word end. */
  public int end(int word) {
    return ends[word];
  }
}
