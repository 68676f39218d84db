// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * The most probable way to cut a run of characters into words of the dictionary: dynamic
 * programming from the right, the sum of word weights being the larger the better. As in jieba the
 * shorter word wins a tie, and a character with which no word begins stands alone with the least
 * weight.
 */
final class BestPath {
  private static final int CAPACITY = 256;

  private final WordTrie words;
  private final double leastWeight;
  private final double total;

  /** The weight of the best path from each character of the run to its end. */
  private double[] best = new double[CAPACITY];

  /** The length of the first word on that path. */
  private int[] lengths = new int[CAPACITY];

  BestPath(JiebaDictionary dictionary) {
    words = dictionary.words();
    leastWeight = dictionary.leastWeight();
    total = dictionary.total();
  }

  /** Finds the best path through {@code text[from, to)}; {@link #length} then tells it. */
  void find(char[] text, int from, int to) {
    int run = to - from;
    if (run >= best.length) {
      allocate(Math.max(run + 1, 2 * best.length));
    }
    best[run] = 0;
    for (int i = to - 1; i >= from; i--) {
      step(text, from, i, to);
    }
  }

  /** The length of the word that begins {@code offset} characters into the run. */
  int length(int offset) {
    return lengths[offset];
  }

  private void step(char[] text, int from, int at, int to) {
    double bestWeight = 0;
    int bestLength = 0;
    long cell = words.first(text[at]);
    for (int end = at + 1; cell != WordTrie.NONE; end++) {
      if (WordTrie.isWord(cell)) {
        double weight = words.weight(cell) + best[end - from];
        if (bestLength == 0 || bestWeight < weight) {
          bestWeight = weight;
          bestLength = end - at;
        }
      }
      if (end == to) {
        break;
      }
      cell = words.next(cell, text[end]);
    }
    boolean none = bestLength == 0;
    best[at - from] = none ? leastWeight + best[at + 1 - from] : bestWeight;
    lengths[at - from] = none ? 1 : bestLength;
  }

  /** Whether the word is cut when it stands alone. */
  boolean cuts(char[] word) {
    find(word, 0, word.length);
    return lengths[0] < word.length;
  }

  /**
   * The weight of the smallest whole frequency with which the word, alone, is not cut; its own
   * where it has a larger one already. (The rule is Python jieba's {@code suggest_freq}.) Where the
   * frequency is so large that rounding swallows the difference, the next larger weight.
   */
  double weightToStayWhole(char[] word) {
    long cell = words.find(word, 0, word.length);
    boolean cut = cuts(word);
    double frequency = Math.floor(Math.exp(best[0]) * total) + 1;
    double weight = Math.log(frequency / total);
    if (cut) {
      return Math.max(weight, Math.nextUp(best[0]));
    }
    return WordTrie.isWord(cell) ? Math.max(weight, words.weight(cell)) : weight;
  }

  /** Gives the buffers of an uncommonly long run back. */
  void release() {
    if (best.length > LineWalk.KEPT_CHARACTERS) {
      allocate(CAPACITY);
    }
  }

  private void allocate(int capacity) {
    best = new double[capacity];
    lengths = new int[capacity];
  }
}
