// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.util.Arrays;

/**
 * Words whose ids are looked up side by side: the places of all in the vocabulary's tables are read
 * before any is asked further, so that the processor waits for many places in memory at once.
 */
public final class WordBatch {
  /** Takes the id of a word. */
  @FunctionalInterface
  public interface Sink {
    /** The id of the word that was added with this number. */
    void id(int number, int id);
  }

  /** Many more than a processor fetches at a time, few enough for their bytes to stay near it. */
  private static final int WORDS = 128;

  private final MappedVocabulary vocabulary;
  private final long[] hashes = new long[WORDS];
  private final int[] numbers = new int[WORDS];
  private final int[] ends = new int[WORDS];
  private final int[] stored = new int[WORDS];
  private byte[] text = new byte[WORDS * 16];
  private int size;

  /** An empty batch. */
  public WordBatch(MappedVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether it must be {@linkplain #drainTo looked up} before another word is added. */
  public boolean isFull() {
    return size == WORDS;
  }

  /**
   * Adds a word.
   *
   * @param hash {@link WordHash} of the word
   * @param utf8 holds it in {@code [from, to)}; is copied
   * @param number what the sink will be told beside the id
   */
  public void add(long hash, byte[] utf8, int from, int to, int number) {
    int begin = size == 0 ? 0 : ends[size - 1];
    int end = begin + to - from;
    if (end > text.length) {
      text = Arrays.copyOf(text, Math.max(end, 2 * text.length));
    }
    System.arraycopy(utf8, from, text, begin, to - from);
    hashes[size] = hash;
    numbers[size] = number;
    ends[size++] = end;
  }

  /** Gives the ids of all words, in their order, and empties the batch. */
  public void drainTo(Sink sink) {
    for (int i = 0; i < size; i++) {
      VocabularySection section = vocabulary.section(hashes[i]);
      stored[i] = section == null ? 0 : section.firstStored(hashes[i]);
    }
    for (int i = 0; i < size; i++) {
      if (stored[i] != 0) {
        // Kept, or reading would be left out as being for nothing.
        stored[i] = vocabulary.section(hashes[i]).firstCompared(stored[i]);
      }
    }
    int begin = 0;
    for (int i = 0; i < size; i++) {
      sink.id(numbers[i], vocabulary.coldId(hashes[i], text, begin, ends[i]));
      begin = ends[i];
    }
    size = 0;
  }
}
