// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.smooth.ContextTotals;

/**
 * The followers of one context, ascending, with P(word | context), and the context's back-off
 * weight. One instance is filled again and again.
 */
public final class ContextTable {
  private int[] words = new int[16];
  private double[] probabilities = new double[16];
  private int size;
  private double weight;
  private ContextTotals totals = ContextTotals.UNSEEN;

  /** The probabilities again, by word, where lists are long and asked often; else null. */
  private final double[] byWord;

  /**
   * An empty table.
   *
   * @param vocabularySize ids are below it; 0 for tables whose lists are short
   */
  ContextTable(int vocabularySize) {
    byWord = vocabularySize == 0 ? null : new double[vocabularySize];
  }

  void begin(ContextTotals newTotals, double newWeight) {
    size = 0;
    totals = newTotals;
    weight = newWeight;
  }

  /** Makes room for followers; call before the first of a context is added. */
  void reserve(int followers) {
    if (followers > words.length) {
      int capacity = Math.max(followers, 2 * words.length);
      words = new int[capacity];
      probabilities = new double[capacity];
    }
  }

  void add(int word, double probability) {
    words[size] = word;
    probabilities[size++] = probability;
    if (byWord != null) {
      byWord[word] = probability;
    }
  }

  /**
   * Says which words will be asked for or set, so that their places are fetched from memory all at
   * once and not one after another.
   *
   * @param ids of the words, the first {@code length} of them
   */
  void upcoming(int[] ids, int length) {
    if (byWord == null) {
      return;
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += byWord[ids[i]];
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a probability is not a number");
    }
  }

  void divideBy(double divisor) {
    for (int i = 0; i < size; i++) {
      probabilities[i] /= divisor;
      if (byWord != null) {
        byWord[words[i]] = probabilities[i];
      }
    }
  }

  void setWeight(double newWeight) {
    weight = newWeight;
  }

  /** P(word | context) of a word that is a follower here. */
  double probabilityOf(int word) {
    if (byWord != null) {
      return byWord[word];
    }
    // The word is in [place, place + length) throughout, so there is no branch to be guessed wrong.
    int place = 0;
    for (int length = size; length > 1; ) {
      int half = length >>> 1;
      place += words[place + half - 1] < word ? half : 0;
      length -= half;
    }
    if (size == 0 || words[place] != word) {
      throw new IllegalStateException("word " + word + " is missing in the shorter context");
    }
    return probabilities[place];
  }

  /** How many followers there are. */
  public int size() {
    return size;
  }

  /** The id of the follower at a place below {@link #size}; ids ascend. */
  public int word(int place) {
    return words[place];
  }

  /** P(word | context) of the follower at a place. */
  public double probability(int place) {
    return probabilities[place];
  }

  /** What a word that does not follow here has its probability in the shorter context times. */
  public double weight() {
    return weight;
  }

  /**
   * The context's totals; {@link ContextTotals#UNSEEN} in tables of logarithms, which have none.
   */
  public ContextTotals totals() {
    return totals;
  }
}
