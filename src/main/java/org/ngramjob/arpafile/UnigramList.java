// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.IndexSort;
import org.ngramjob.ngram.WordHash;

/** Words of an ARPA file's unigrams with what their lines say, by number; no object per word. */
final class UnigramList {
  /** A Java array has no more bytes, as some machines have it. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final String file;
  private byte[] text = new byte[1 << 12];
  private int[] begins = new int[1 << 8];
  private float[] probabilities = new float[1 << 8];
  private float[] weights = new float[1 << 8];
  private long[] lines = new long[1 << 8];
  private int size;

  /**
   * An empty list.
   *
   * @param file named in messages
   */
  UnigramList(String file) {
    this.file = file;
  }

  /** Takes an n-gram of order 1, whose number is the list's size so far. */
  void add(ArpaEntry entry) {
    int from = entry.begin(0);
    int length = entry.end(0) - from;
    int begin = begins[size];
    if (begin + (long) length > LARGEST) {
      throw Failure.badInput(
          "%s line %d: the words together exceed 2 GiB".formatted(file, entry.line()));
    }
    int end = begin + length;
    if (end > text.length) {
      text = Arrays.copyOf(text, (int) Math.min(LARGEST, 2L * end));
    }
    if (size + 2 > begins.length) {
      begins = Arrays.copyOf(begins, 2 * begins.length);
      probabilities = Arrays.copyOf(probabilities, begins.length);
      weights = Arrays.copyOf(weights, begins.length);
      lines = Arrays.copyOf(lines, begins.length);
    }
    System.arraycopy(entry.bytes(), from, text, begin, length);
    probabilities[size] = entry.log10Probability();
    weights[size] = entry.log10Weight();
    lines[size] = entry.line();
    size++;
    begins[size] = end;
  }

  int size() {
    return size;
  }

  /** All words, one after another. */
  byte[] text() {
    return text;
  }

  int begin(int word) {
    return begins[word];
  }

  int end(int word) {
    return begins[word + 1];
  }

  float log10Probability(int word) {
    return probabilities[word];
  }

  float log10Weight(int word) {
    return weights[word];
  }

  long line(int word) {
    return lines[word];
  }

  /** The logical partition of a word. */
  int partition(int word) {
    return WordHash.partition(WordHash.of(text, begins[word], begins[word + 1]));
  }

  /** The order of two words' bytes. */
  int compareBytes(int a, int b) {
    return Arrays.compareUnsigned(text, begins[a], begins[a + 1], text, begins[b], begins[b + 1]);
  }

  /** The words' numbers by partition, then bytes, then line. */
  int[] byPartition() {
    return IndexSort.sorted(
        size,
        (a, b) -> {
          int partitions = Integer.compare(partition(a), partition(b));
          return partitions != 0 ? partitions : compareBytes(a, b);
        });
  }

  /** A word for a message, or its beginning. */
  String shown(int word) {
    return ArpaLines.shown(
        new String(text, begins[word], begins[word + 1] - begins[word], StandardCharsets.UTF_8));
  }
}
