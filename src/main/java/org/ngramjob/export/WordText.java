// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.TrieNode;

/** Words as text; those met most, which have the lowest ids, are kept at hand. */
final class WordText {
  private static final int AT_HAND = 1 << 18;

  private final Vocabulary vocabulary;
  private final byte[][] atHand;

  WordText(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.atHand = new byte[Math.min(AT_HAND, vocabulary.size())][];
  }

  byte[] of(int id) {
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

  /** Writes the context of a node in text order, each word followed by a space. */
  void writeContext(TrieNode[] nodes, int depth, ByteWriter out) {
    for (int d = depth; d > 0; d--) {
      byte[] word = of(nodes[d].id());
      out.write(word, 0, word.length);
      out.writeByte(' ');
    }
  }
}
