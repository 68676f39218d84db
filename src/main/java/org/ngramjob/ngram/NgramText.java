// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Ids as people read them: reversed contexts as words in the order of text. An id that has no word,
 * as in damaged files, is shown as {@code #7}.
 */
public final class NgramText {
  private final IntFunction<byte[]> words;
  private final int size;

  /** Text of ids of a vocabulary. */
  public NgramText(Vocabulary vocabulary) {
    this(vocabulary::word, vocabulary.size());
  }

  /**
   * Text of ids of several vocabularies.
   *
   * @param words UTF-8 of the ids below {@code size}
   */
  public NgramText(IntFunction<byte[]> words, int size) {
    this.words = words;
    this.size = size;
  }

  /** The word. */
  public String word(int id) {
    return id >= 0 && id < size ? new String(words.apply(id), StandardCharsets.UTF_8) : "#" + id;
  }

  /** The context's words, a space between each two; empty for the empty context. */
  public String context(int[] reversed, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = length - 1; i >= 0; i--) {
      text.append(word(reversed[i])).append(i == 0 ? "" : " ");
    }
    return text.toString();
  }

  /** The same within quotes, for a sentence; the empty context is called that. */
  public String quoted(int[] reversed, int length) {
    return length == 0 ? "the empty context" : "'" + context(reversed, length) + "'";
  }

  /** The context's words and one that follows it. */
  public String ngram(int[] reversed, int length, int word) {
    return length == 0 ? word(word) : context(reversed, length) + " " + word(word);
  }
}
