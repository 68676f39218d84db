// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Reads jieba's {@code dict.txt}: lines {@code word frequency tag}. As jieba does: words are lower
 * case, of a word given twice the last frequency holds but the total counts both, and the weight is
 * log(frequency / total).
 */
final class JiebaWordFile {
  /** What the file of jieba-analysis has; another may have more. */
  private static final int WORDS = 350_000;

  private static final int CHARACTERS = 1_200_000;
  private static final int LONGEST_WORD = 256;

  private final byte[] file;
  private final WordList words = new WordList(WORDS, CHARACTERS);
  private final char[] word = new char[LONGEST_WORD];
  private final WordList sorted;
  private double total;
  private double leastWeight = Double.MAX_VALUE;

  JiebaWordFile(byte[] file) {
    this.file = file;
    for (int i = 0; i < file.length; ) {
      i = line(i);
    }
    sorted = words.sorted();
    sorted.changeWeights(this::logarithm);
  }

  /** All words with their weights, sorted. */
  WordList words() {
    return sorted;
  }

  /** The weight of the rarest word. */
  double leastWeight() {
    return leastWeight;
  }

  /** The sum of all frequencies. */
  double total() {
    return total;
  }

  private double logarithm(double frequency) {
    double weight = Math.log(frequency / total);
    leastWeight = Math.min(leastWeight, weight);
    return weight;
  }

  /** Reads the line that begins at {@code from} and tells where the next begins. */
  private int line(int from) {
    int i = from;
    int length = 0;
    while (i < file.length && file[i] != ' ' && file[i] != '\n') {
      int size = Utf8.length(file[i], i, file.length);
      char c = (char) Utf8.codePoint(file, i, size);
      word[length++] = EmissionTable.isHan(c) ? c : Character.toLowerCase(c);
      i += size;
    }
    double frequency = 0; // a whole number below 2^53, so exact
    for (i++; i < file.length && file[i] >= '0' && file[i] <= '9'; i++) {
      frequency = 10 * frequency + file[i] - '0';
    }
    while (i < file.length && file[i] != '\n') {
      i++;
    }
    if (frequency > 0) {
      total += frequency;
      words.add(word, 0, length, frequency);
    }
    return i + 1;
  }
}
