// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * The words seen after one context, ascending, each with its raw count (occurrences) and its
 * adjusted count (distinct words to the left of context and word; the raw count where the context
 * reaches the sentence start or has the greatest length). One instance is filled again and again.
 */
public final class Followers {
  private int[] words = new int[8];
  private long[] raw = new long[8];
  private long[] adjusted = new long[8];
  private int size;

  public int size() {
    return size;
  }

  public int word(int index) {
    return words[index];
  }

  public long raw(int index) {
    return raw[index];
  }

  public long adjusted(int index) {
    return adjusted[index];
  }

  public void clear() {
    size = 0;
  }

  /** Adds a follower; words must come in ascending order. */
  public void add(int word, long rawCount, long adjustedCount) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      raw = Arrays.copyOf(raw, 2 * size);
      adjusted = Arrays.copyOf(adjusted, 2 * size);
    }
    words[size] = word;
    raw[size] = rawCount;
    adjusted[size++] = adjustedCount;
  }

  /** The place of a word, or a negative number when it was not seen here. */
  public int find(int word) {
    return Arrays.binarySearch(words, 0, size, word);
  }
}
