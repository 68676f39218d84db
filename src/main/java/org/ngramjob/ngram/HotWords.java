// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/**
 * The most frequent short words by hash, in a small direct-mapped table that stays in the
 * processor's cache: most tokens of a text are found here without a look into the mapped files. Of
 * words that share a slot the more frequent one has it.
 */
final class HotWords {
  /** 12 bytes each; opening reads as many words. */
  private static final int SLOTS = 1 << 15;

  private final long[] hashes = new long[SLOTS];
  private final int[] ids = new int[SLOTS];

  /** Takes the words with the smallest ids. */
  HotWords(Vocabulary vocabulary) {
    int end = Math.min(vocabulary.size(), SpecialWords.FIRST_WORD + SLOTS);
    for (int id = SpecialWords.FIRST_WORD; id < end; id++) {
      byte[] word = vocabulary.word(id);
      long hash = WordHash.of(word, 0, word.length);
      if (WordHash.isExact(word.length) && ids[slot(hash)] == 0) {
        hashes[slot(hash)] = hash;
        ids[slot(hash)] = id;
      }
    }
  }

  /** The id of the word with this hash, for which {@link WordHash#isExact} holds, or 0. */
  int id(long hash) {
    int slot = slot(hash);
    return hashes[slot] == hash ? ids[slot] : 0;
  }

  private static int slot(long hash) {
    return (int) hash & (SLOTS - 1);
  }
}
