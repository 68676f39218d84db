// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * What the children of one context report of their followers, until the context is complete.
 *
 * <p>In: per child its followers, ascending, with raw counts. Out: the union, ascending, raw counts
 * added up, and the number of children that hold the word as its adjusted count.
 */
final class FollowerGathering {
  private static final int INSERTION_LIMIT = 24;

  private int[] words = new int[8];
  private long[] counts = new long[8];
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

  /** Replaces the content of target by the union. */
  void unionInto(Followers target) {
    target.clear();
    if (sorted) {
      emit(target, null);
    } else if (size <= INSERTION_LIMIT) {
      insertionSort();
      emit(target, null);
    } else {
      emit(target, sortedKeys());
    }
  }

  private void emit(Followers target, long[] byKey) {
    int i = 0;
    while (i < size) {
      int at = byKey == null ? i : (int) byKey[i];
      int word = words[at];
      long raw = counts[at];
      int children = 1;
      for (i++; i < size; i++, children++) {
        int next = byKey == null ? i : (int) byKey[i];
        if (words[next] != word) {
          break;
        }
        raw = Math.addExact(raw, counts[next]);
      }
      target.add(word, raw, children);
    }
  }

  /** Word in the high half, place in the low half. */
  private long[] sortedKeys() {
    if (keys.length < size) {
      keys = new long[Math.max(size, 2 * keys.length)];
    }
    for (int i = 0; i < size; i++) {
      keys[i] = (long) words[i] << 32 | i;
    }
    Arrays.sort(keys, 0, size);
    return keys;
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
