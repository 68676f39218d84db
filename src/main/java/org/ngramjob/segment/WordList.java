// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Words and a number each, without an object per word. */
final class WordList {
  private char[] characters;
  private int[] starts;
  private double[] weights;
  private int size;

  /** An empty list with room for so many words and characters before it must grow. */
  WordList(int expectedWords, int expectedCharacters) {
    characters = new char[expectedCharacters];
    starts = new int[expectedWords + 1];
    weights = new double[expectedWords];
  }

  /** A copy, with room for more words. */
  WordList(WordList other, int moreWords) {
    characters = other.characters.clone();
    starts = Arrays.copyOf(other.starts, other.size + moreWords + 1);
    weights = Arrays.copyOf(other.weights, other.size + moreWords);
    size = other.size;
  }

  int size() {
    return size;
  }

  int length(int word) {
    return starts[word + 1] - starts[word];
  }

  char charAt(int word, int index) {
    return characters[starts[word] + index];
  }

  double weight(int word) {
    return weights[word];
  }

  /** Appends the word {@code text[from, to)}. */
  void add(char[] text, int from, int to, double weight) {
    int begin = starts[size];
    int end = begin + to - from;
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(end, 2 * characters.length));
    }
    if (size == weights.length) {
      weights = Arrays.copyOf(weights, 2 * size + 1);
      starts = Arrays.copyOf(starts, 2 * size + 2);
    }
    System.arraycopy(text, from, characters, begin, to - from);
    weights[size++] = weight;
    starts[size] = end;
  }

  /** Gives each word another weight. */
  void changeWeights(DoubleUnaryOperator change) {
    for (int word = 0; word < size; word++) {
      weights[word] = change.applyAsDouble(weights[word]);
    }
  }

  /**
   * The words in the order of their UTF-16 code units, each once: of equal words the one that was
   * added last. Quick where they are nearly in order (merge sort of the runs that are there).
   */
  WordList sorted() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, this::compare);
    WordList sorted = new WordList(size, characters.length);
    for (int i = 0; i < size; i++) {
      if (i + 1 == size || compare(order[i], order[i + 1]) != 0) {
        int word = order[i];
        sorted.add(characters, starts[word], starts[word + 1], weights[word]);
      }
    }
    return sorted;
  }

  private int compare(int a, int b) {
    int common = Math.min(length(a), length(b));
    int startA = starts[a];
    int startB = starts[b];
    for (int i = 0; i < common; i++) {
      int difference = characters[startA + i] - characters[startB + i];
      if (difference != 0) {
        return difference;
      }
    }
    return length(a) - length(b);
  }
}
