// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
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

  void begin(ContextTotals newTotals) {
    size = 0;
    totals = newTotals;
  }

  void add(int word, double probability) {
    if (size == words.length) {
      words = Arrays.copyOf(words, 2 * size);
      probabilities = Arrays.copyOf(probabilities, 2 * size);
    }
    words[size] = word;
    probabilities[size++] = probability;
    if (byWord != null) {
      byWord[word] = probability;
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
    int place = Arrays.binarySearch(words, 0, size, word);
    if (place < 0) {
      throw new IllegalStateException("word " + word + " is missing in the shorter context");
    }
    return probabilities[place];
  }

  public int size() {
    return size;
  }

  public int word(int place) {
    return words[place];
  }

  public double probability(int place) {
    return probabilities[place];
  }

  /** What a word that does not follow here has its probability in the shorter context times. */
  public double weight() {
    return weight;
  }

  public ContextTotals totals() {
    return totals;
  }
}
