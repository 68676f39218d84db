// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.IOException;
import org.ngramjob.pieces.ContextPrefix;
import org.ngramjob.pieces.DecimalText;
import org.ngramjob.pieces.WordText;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;

/**
 * Counts as lines {@code word1 word2 … TAB count}, by order.
 *
 * <p>In: the nodes of a bucket top-down. Out: per order its text, in pieces, in context order.
 */
final class CountText implements TrieVisitor {
  /** Takes text of an order; the writer is emptied afterwards. */
  interface Sink {
    void text(int order, ByteWriter text) throws IOException;
  }

  private static final int PIECE_BYTES = 1 << 20;

  private final long leastCount;
  private final WordText words;
  private final ByteWriter[] texts;
  private final long[] lines;
  private final int[] reversed;
  private final ContextPrefix context;
  private final Sink sink;

  /**
   * Ready for a bucket.
   *
   * @param order N of the counts
   * @param leastCount of n-grams that are written
   */
  CountText(int order, long leastCount, WordText words, Sink sink) {
    this.leastCount = leastCount;
    this.words = words;
    this.lines = new long[order];
    this.context = new ContextPrefix(order - 1, words);
    this.sink = sink;
    this.reversed = new int[order];
    this.texts = new ByteWriter[order];
    for (int i = 0; i < order; i++) {
      texts[i] = new ByteWriter(1 << 16);
    }
  }

  @Override
  public void enter(TrieNode[] nodes, int depth) throws IOException {
    TrieNode node = nodes[depth];
    if (depth > 0) {
      reversed[depth - 1] = node.id();
    }
    context.goTo(reversed, depth);
    if (!node.isOwned()) {
      return;
    }
    ByteWriter text = texts[depth];
    Followers followers = node.followers();
    for (int i = 0; i < followers.size(); i++) {
      if (followers.raw(i) < leastCount) {
        continue;
      }
      lines[depth]++;
      context.writeTo(text, depth);
      words.write(followers.word(i), text);
      text.writeByte('\t');
      DecimalText.write(followers.raw(i), text);
      text.writeByte('\n');
      if (text.length() >= PIECE_BYTES) {
        flush(depth);
      }
    }
  }

  /** Lines written of an order. */
  long lines(int order) {
    return lines[order - 1];
  }

  /** Hands on what is left. */
  void finish() throws IOException {
    for (int depth = 0; depth < texts.length; depth++) {
      if (texts[depth].length() > 0) {
        flush(depth);
      }
    }
  }

  private void flush(int depth) throws IOException {
    sink.text(depth + 1, texts[depth]);
    texts[depth].clear();
  }
}
