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
      reserve(2 * size);
    }
    set(size++, word, rawCount, adjustedCount);
  }

  /** Adds another list's words, and its counts to those of words that both have. */
  void addAll(Followers others) {
    int union = size + others.size - common(others);
    if (union > words.length) {
      reserve(Math.max(union, size + size / 2));
    }
    int i = size - 1;
    int j = others.size - 1;
    // From the end, so that nothing is overwritten before it has moved.
    for (int to = union - 1; j >= 0; to--) {
      if (i >= 0 && words[i] > others.words[j]) {
        set(to, words[i], raw[i], adjusted[i]);
        i--;
      } else if (i < 0 || words[i] < others.words[j]) {
        set(to, others.words[j], others.raw[j], others.adjusted[j]);
        j--;
      } else {
        set(
            to,
            words[i],
            ExactSum.of(raw[i], others.raw[j]),
            ExactSum.of(adjusted[i], others.adjusted[j]));
        i--;
        j--;
      }
    }
    size = union;
  }

  private int common(Followers others) {
    int common = 0;
    int j = 0;
    for (int i = 0; i < size && j < others.size; i++) {
      while (j < others.size && others.words[j] < words[i]) {
        j++;
      }
      common += j < others.size && others.words[j] == words[i] ? 1 : 0;
    }
    return common;
  }

  private void set(int index, int word, long rawCount, long adjustedCount) {
    words[index] = word;
    raw[index] = rawCount;
    adjusted[index] = adjustedCount;
  }

  /** Makes room for so many followers in all. */
  void reserve(int capacity) {
    if (capacity > words.length) {
      words = Arrays.copyOf(words, capacity);
      raw = Arrays.copyOf(raw, capacity);
      adjusted = Arrays.copyOf(adjusted, capacity);
    }
  }

  /** The place of a word, or a negative number when it was not seen here. */
  public int find(int word) {
    return Arrays.binarySearch(words, 0, size, word);
  }
}
