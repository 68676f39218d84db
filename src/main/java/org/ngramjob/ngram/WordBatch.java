// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/** Words whose ids are looked up side by side; see {@link HashedWords}. */
public final class WordBatch {
  /** Takes the id of a word. */
  @FunctionalInterface
  public interface Sink {
    /** The id of the word that was added with this number. */
    void id(int number, int id);
  }

  private final MappedVocabulary vocabulary;
  private final HashedWords words = new HashedWords();
  private final int[] numbers = new int[HashedWords.CAPACITY];
  private final int[] stored = new int[HashedWords.CAPACITY];

  /** An empty batch. */
  public WordBatch(MappedVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Whether it must be {@linkplain #drainTo looked up} before another word is added. */
  public boolean isFull() {
    return words.isFull();
  }

  /**
   * Adds a word.
   *
   * @param hash {@link WordHash} of the word
   * @param utf8 holds it in {@code [from, to)}; is copied
   * @param number what the sink will be told beside the id
   */
  public void add(long hash, byte[] utf8, int from, int to, int number) {
    numbers[words.size()] = number;
    words.add(hash, utf8, from, to);
  }

  /** Gives the ids of all words, in their order, and empties the batch. */
  public void drainTo(Sink sink) {
    int size = words.size();
    for (int i = 0; i < size; i++) {
      VocabularySection section = vocabulary.section(words.hash(i));
      stored[i] = section == null ? 0 : section.firstStored(words.hash(i));
    }
    for (int i = 0; i < size; i++) {
      if (stored[i] != 0) {
        // Kept, or reading would be left out as being for nothing.
        stored[i] = vocabulary.section(words.hash(i)).firstCompared(stored[i]);
      }
    }
    for (int i = 0; i < size; i++) {
      int id = vocabulary.coldId(words.hash(i), words.text(), words.begin(i), words.end(i));
      sink.id(numbers[i], id);
    }
    words.clear();
  }
}
