// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * A context and its followers with their counts: what one mapper, block or run knows of one
 * context. The context is reversed (nearest word first), the followers ascend. One instance is
 * filled again and again.
 */
public final class Stripe {
  /** The reversed context; valid up to {@link #depth}. */
  final int[] context;

  /** Length of the context: order - 1, or less when it ends in {@code <s>}. */
  int depth;

  int[] words = new int[16];
  long[] counts = new long[16];
  int size;

  public Stripe(int order) {
    context = new int[Math.max(1, order - 1)];
  }

  /** Begins a stripe without followers for the given context. */
  public void begin(int[] source, int length) {
    begin(source, 0, length);
  }

  /** Begins a stripe without followers for the context in {@code source[from, from + length)}. */
  void begin(int[] source, int from, int length) {
    System.arraycopy(source, from, context, 0, length);
    depth = length;
    size = 0;
  }

  /** Adds a follower; words must come in ascending order, equal ones are added up. */
  public void add(int word, long count) {
    if (size > 0 && words[size - 1] == word) {
      counts[size - 1] = ExactSum.of(counts[size - 1], count);
      return;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    words[size] = word;
    counts[size++] = count;
  }

  public int[] context() {
    return context;
  }

  public int depth() {
    return depth;
  }

  public int size() {
    return size;
  }

  public int word(int index) {
    return words[index];
  }

  public long count(int index) {
    return counts[index];
  }
}
