// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import org.ngramjob.trie.ByteWriter;

/**
 * What stands before the followers of a context: its words in text order, each followed by a space.
 * Goes down a trie of reversed contexts with a walk: a longer context has one more word in front.
 */
public final class ContextPrefix {
  /** Room that copies may touch before and after a context. */
  private static final int MARGIN = 16;

  private final WordText words;

  /** Bytes of the context of each length on the way down. */
  private final int[] lengths;

  /** Contexts end a margin before the end. */
  private byte[] text = new byte[256];

  /**
   * The empty context.
   *
   * @param longest words in a context
   */
  public ContextPrefix(int longest, WordText words) {
    this.words = words;
    this.lengths = new int[longest + 1];
  }

  /** Goes from the context one word shorter, where the walk has been, to this one. */
  public void goTo(int[] reversed, int depth) {
    if (depth == 0) {
      return;
    }
    int word = reversed[depth - 1];
    int shorter = lengths[depth - 1];
    int length = words.length(word) + 1 + shorter;
    if (length + 2 * MARGIN > text.length) {
      grow(length);
    }
    int end = text.length - MARGIN - shorter - 1;
    words.writeBefore(word, text, end);
    text[end] = ' ';
    lengths[depth] = length;
  }

  /** Writes the context of this length that was gone to last. */
  public void writeTo(ByteWriter out, int depth) {
    int end = text.length - MARGIN;
    out.writeShort(text, end - lengths[depth], end);
  }

  private void grow(int length) {
    byte[] larger = new byte[2 * (length + MARGIN) + text.length];
    System.arraycopy(text, 0, larger, larger.length - text.length, text.length);
    text = larger;
  }
}
