// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.ByteWriter;

/** Words as text; those met most, which have the lowest ids, are kept at hand. */
public final class WordText {
  private static final int AT_HAND = 1 << 20;

  private final Vocabulary vocabulary;
  private final byte[][] atHand;

  public WordText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.atHand = new byte[Math.min(AT_HAND, vocabulary.size())][];
  }

  /** The word's UTF-8 bytes, not to be changed. */
  public byte[] of(int id) {
    if (id >= atHand.length) {
      return vocabulary.word(id);
    }
    byte[] word = atHand[id];
    if (word == null) {
      word = vocabulary.word(id);
      atHand[id] = word;
    }
    return word;
  }

  /** Replaces the text by a context in text order, each word followed by a space. */
  public void writeContext(int[] reversed, int depth, ByteWriter out) {
    out.clear();
    for (int d = depth - 1; d >= 0; d--) {
      byte[] word = of(reversed[d]);
      out.write(word, 0, word.length);
      out.writeByte(' ');
    }
  }
}
