// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.failure.Failure;

/**
 * Collects the words of one logical partition, in any order, and writes them as a {@link
 * VocabularySection}. Memory: the section itself and 28 bytes a word.
 */
final class VocabularySectionBuilder {
  /** A Java array has no more bytes, as some machines have it. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int partition;
  private byte[] text = new byte[1 << 12];
  private int[] begins = new int[1 << 8];
  private long[] counts = new long[1 << 8];
  private int words;

  VocabularySectionBuilder(int partition) {
    this.partition = partition;
  }

  /** Another word; each comes once. */
  void add(byte[] utf8, int from, int to, long count) {
    int begin = begins[words];
    if (begin + (long) to - from > LARGEST || words == Integer.MAX_VALUE - 9) {
      throw tooLarge();
    }
    int end = begin + to - from;
    if (words + 2 > begins.length) {
      begins = Arrays.copyOf(begins, begins.length + (begins.length >> 1));
      counts = Arrays.copyOf(counts, begins.length);
    }
    if (end > text.length) {
      text = Arrays.copyOf(text, capacity(text.length, end));
    }
    System.arraycopy(utf8, from, text, begin, to - from);
    counts[words] = count;
    words++;
    begins[words] = end;
  }

  /** Twice as much as far as that can be, so that words are not copied again for each new one. */
  static int capacity(int present, int needed) {
    return (int) Math.max(needed, Math.min(2L * present, LARGEST));
  }

  int partition() {
    return partition;
  }

  /** Writes the section; the builder is spent. */
  void writeTo(LittleEndianOutput out) throws IOException {
    int[] order = new RankOrder(text, begins, counts, words).indexes();
    int capacity = (int) Math.min(words + (words >> 1) + 1L, Integer.MAX_VALUE);
    int classes = countClasses(order);
    int textBytes = begins[words];
    if (VocabularySection.length(classes, words, capacity, textBytes) > Integer.MAX_VALUE) {
      throw tooLarge();
    }
    writeHeader(out, classes, capacity, textBytes);
    writeClasses(out, order);
    for (int rank = 0; rank < words; rank++) {
      out.putLong(counts[order[rank]]);
    }
    writeOffsets(out, order);
    writeTable(out, order, capacity);
    for (int rank = 0; rank < words; rank++) {
      out.put(text, begins[order[rank]], begins[order[rank] + 1]);
    }
  }

  private void writeHeader(LittleEndianOutput out, int classes, int capacity, int textBytes)
      throws IOException {
    out.putInt(VocabularySection.MAGIC);
    out.putInt(VocabularySection.VERSION);
    out.putInt(partition);
    out.putInt(words);
    out.putLong(Arrays.stream(counts, 0, words).sum());
    out.putInt(classes);
    out.putInt(capacity);
    out.putInt(textBytes);
    out.putInt(0);
  }

  private int countClasses(int[] order) {
    int classes = 0;
    for (int rank = 0; rank < words; rank = classEnd(order, rank)) {
      classes++;
    }
    return classes;
  }

  private void writeClasses(LittleEndianOutput out, int[] order) throws IOException {
    int rank = 0;
    while (rank < words) {
      int end = classEnd(order, rank);
      long tokens = 0;
      for (int i = rank; i < end; i++) {
        tokens += counts[order[i]];
      }
      out.putInt(CountClass.of(counts[order[rank]]));
      out.putInt(end - rank);
      out.putLong(tokens);
      rank = end;
    }
  }

  /** The first rank after this one with another count class. */
  private int classEnd(int[] order, int rank) {
    long lowest = CountClass.lowest(CountClass.of(counts[order[rank]]));
    int end = rank + 1;
    while (end < words && counts[order[end]] >= lowest) {
      end++;
    }
    return end;
  }

  private void writeOffsets(LittleEndianOutput out, int[] order) throws IOException {
    int offset = 0;
    for (int rank = 0; rank < words; rank++) {
      out.putInt(offset);
      offset += begins[order[rank] + 1] - begins[order[rank]];
    }
    out.putInt(offset);
  }

  /** Words enter by rank, so the frequent ones sit in their first slot. */
  private void writeTable(LittleEndianOutput out, int[] order, int capacity) throws IOException {
    int[] slots = new int[capacity];
    long[] hashes = new long[words];
    for (int rank = 0; rank < words; rank++) {
      int word = order[rank];
      hashes[rank] = WordHash.of(text, begins[word], begins[word + 1]);
      int slot = VocabularySection.slot(hashes[rank], capacity);
      while (slots[slot] != 0) {
        slot = slot + 1 == capacity ? 0 : slot + 1;
      }
      boolean exact = WordHash.isExact(begins[word + 1] - begins[word]);
      slots[slot] = (rank + 1) | (exact ? VocabularySection.EXACT : 0);
    }
    for (int stored : slots) {
      out.putLong(stored == 0 ? 0 : hashes[(stored & ~VocabularySection.EXACT) - 1]);
      out.putInt(stored);
    }
  }

  private Failure tooLarge() {
    return Failure.badInput(
        "vocabulary partition "
            + partition
            + " exceeds 2 GiB after "
            + words
            + " words: text this large needs --min-word-count above the present value");
  }
}
