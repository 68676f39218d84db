// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/**
 * Words and their ids: 0 {@code <unk>}, 1 {@code <s>}, 2 {@code </s>}, then words by falling
 * frequency class. Implementations are safe for concurrent reads.
 */
public interface Vocabulary {
  /** Number of ids, the three special words included; ids are 0 to size - 1. */
  int size();

  /**
   * The id of the word in {@code utf8[from, to)}, or {@link SpecialWords#UNKNOWN}. Special words
   * are found by their written forms too.
   */
  int id(byte[] utf8, int from, int to);

  /** The word's UTF-8 bytes, a fresh array. */
  byte[] word(int id);

  /**
   * How often the word stands in the text; sentences for {@code <s>} and {@code </s>}, tokens left
   * out of the vocabulary for {@code <unk>}.
   */
  long count(int id);
}
