// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * Followers of one context from several sources, until the context is complete: from its children
 * in the trie, or from the blocks it lies in.
 *
 * <p>In: per source its followers, ascending, with counts. Out: the union, ascending, counts added
 * up.
 */
final class FollowerGathering {
  private static final int INSERTION_LIMIT = 24;

  private int[] words = new int[8];
  private long[] counts = new long[8];
  private int[] otherWords = {};
  private long[] otherCounts = {};
  private long[] keys = {};
  private int size;
  private boolean sorted = true;

  void clear() {
    size = 0;
    sorted = true;
  }

  void add(int word, long count) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    sorted &= size == 0 || words[size - 1] <= word;
    words[size] = word;
    counts[size++] = count;
  }

  /**
   * Replaces the content of target by the union: the sums as raw counts, the number of sources that
   * hold the word as its adjusted count.
   *
   * @param sums empty, used and left empty
   */
  void unionInto(Followers target, WordSums sums) {
    target.clear();
    if (!sorted && size > INSERTION_LIMIT) {
      int greatest = greatest();
      if (WordSums.suit(size, greatest)) {
        sums.reserve(greatest);
        for (int i = 0; i < size; i++) {
          sums.add(words[i], counts[i]);
        }
        sums.drainTo(target, greatest);
        return;
      }
    }
    sort();
    int i = 0;
    while (i < size) {
      int word = words[i];
      long raw = counts[i];
      int sources = 1;
      for (i++; i < size && words[i] == word; i++, sources++) {
        raw = ExactSum.of(raw, counts[i]);
      }
      target.add(word, raw, sources);
    }
  }

  private int greatest() {
    int greatest = 0;
    for (int i = 0; i < size; i++) {
      greatest = Math.max(greatest, words[i]);
    }
    return greatest;
  }

  /** Adds the union to a stripe without followers. */
  void unionInto(Stripe target) {
    sort();
    for (int i = 0; i < size; i++) {
      target.add(words[i], counts[i]);
    }
  }

  private void sort() {
    if (sorted) {
      return;
    }
    if (size <= INSERTION_LIMIT) {
      insertionSort();
    } else {
      sortByKeys();
    }
    sorted = true;
  }

  /** Keys have the word in the high half, its place in the low half. */
  private void sortByKeys() {
    if (keys.length < size) {
      keys = new long[words.length];
    }
    if (otherWords.length < size) {
      otherWords = new int[words.length];
      otherCounts = new long[words.length];
    }
    for (int i = 0; i < size; i++) {
      keys[i] = (long) words[i] << 32 | i;
    }
    Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      otherWords[i] = (int) (keys[i] >>> 32);
      otherCounts[i] = counts[(int) keys[i]];
    }
    int[] oldWords = words;
    words = otherWords;
    otherWords = oldWords;
    long[] oldCounts = counts;
    counts = otherCounts;
    otherCounts = oldCounts;
  }

  private void insertionSort() {
    for (int i = 1; i < size; i++) {
      int word = words[i];
      long count = counts[i];
      int j = i - 1;
      while (j >= 0 && words[j] > word) {
        words[j + 1] = words[j];
        counts[j + 1] = counts[j];
        j--;
      }
      words[j + 1] = word;
      counts[j + 1] = count;
    }
  }
}
