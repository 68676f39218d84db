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

  /**
   * Where each ascending run begins; at the number of runs stands the {@link #size}, in a merge.
   */
  private int[] runs = new int[8];

  private int runCount;
  private int size;

  void clear() {
    size = 0;
    runCount = 0;
  }

  void add(int word, long count) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    if (size == 0 || words[size - 1] > word) {
      beginRun();
    }
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
    if (runCount > 1 && size > INSERTION_LIMIT) {
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

  private void beginRun() {
    if (runCount + 1 == runs.length) {
      runs = Arrays.copyOf(runs, 2 * runs.length);
    }
    runs[runCount++] = size;
  }

  private void sort() {
    if (runCount <= 1) {
      return;
    }
    if (size <= INSERTION_LIMIT) {
      insertionSort();
      runCount = 1;
    } else {
      mergeRuns();
    }
  }

  /** Each source is a run or a few: merging two at a time takes fewer steps than sorting anew. */
  private void mergeRuns() {
    if (otherWords.length < size) {
      otherWords = new int[words.length];
      otherCounts = new long[words.length];
    }
    while (runCount > 1) {
      runs[runCount] = size;
      int merged = 0;
      for (int run = 0; run < runCount; run += 2) {
        int begin = runs[run];
        int middle = runs[run + 1];
        int end = run + 1 < runCount ? runs[run + 2] : middle;
        merge(begin, middle, end);
        runs[merged++] = begin;
      }
      runCount = merged;
      swapArrays();
    }
  }

  private void merge(int begin, int middle, int end) {
    int left = begin;
    int right = middle;
    for (int to = begin; to < end; to++) {
      boolean isLeft = right == end || (left < middle && words[left] <= words[right]);
      int from = isLeft ? left++ : right++;
      otherWords[to] = words[from];
      otherCounts[to] = counts[from];
    }
  }

  private void swapArrays() {
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
