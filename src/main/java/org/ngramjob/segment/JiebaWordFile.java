// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Reads jieba's {@code dict.txt}: lines {@code word frequency tag}. As jieba does: words are lower
 * case, of a word given twice the last frequency holds but the total counts both, and the weight is
 * log(frequency / total).
 */
final class JiebaWordFile {
  /** A little more than jieba's own words need, so that a user's fit too. */
  private static final int NODES = 1 << 19;

  private static final int LONGEST_WORD = 256;

  private final byte[] file;
  private final WordTrie words = new WordTrie(NODES);
  private final char[] word = new char[LONGEST_WORD];
  private double total;
  private double leastWeight = Double.MAX_VALUE;

  JiebaWordFile(byte[] file) {
    this.file = file;
    for (int i = 0; i < file.length; ) {
      i = line(i);
    }
    words.changeWeights(this::logarithm);
  }

  WordTrie words() {
    return words;
  }

  double total() {
    return total;
  }

  double leastWeight() {
    return leastWeight;
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
      word[length++] = Character.toLowerCase((char) Utf8.codePoint(file, i, size));
      i += size;
    }
    double frequency = 0; // a small whole number, so exact
    for (i++; i < file.length && file[i] >= '0' && file[i] <= '9'; i++) {
      frequency = 10 * frequency + file[i] - '0';
    }
    while (i < file.length && file[i] != '\n') {
      i++;
    }
    if (frequency > 0) {
      words.put(word, 0, length, frequency);
      total += frequency;
    }
    return i + 1;
  }
}
