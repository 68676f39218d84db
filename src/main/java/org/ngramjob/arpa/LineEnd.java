// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pieces.DecimalText;
import org.ngramjob.trie.ByteWriter;

/**
 * How the lines of one order end: a tab, log10 of the back-off weight and the line feed; at the
 * highest order with the line feed only. Most lines of an order end in the same bytes, which are
 * made once.
 */
final class LineEnd {
  private static final int ROOM = 32;

  /** The weight of a context to which no message was sent. */
  private final ByteWriter common = new ByteWriter(ROOM);

  /** The weight of what is no context. */
  private final ByteWriter none = new ByteWriter(ROOM);

  private LineEnd() {}

  static LineEnd withoutWeight() {
    LineEnd end = new LineEnd();
    end.common.writeByte('\n');
    end.none.writeByte('\n');
    return end;
  }

  static LineEnd of(BackOffRule rule, int order) {
    LineEnd end = new LineEnd();
    write(rule.unsent(order, SpecialWords.FIRST_WORD), end.common);
    write(rule.unsent(order, SpecialWords.END), end.none);
    return end;
  }

  /**
   * Ends a line.
   *
   * @param word the last of the n-gram
   * @param sent the message to it, or 0
   */
  void write(int word, long sent, ByteWriter out) {
    if (sent != 0) {
      write(BackOffRule.decode(sent), out);
    } else if (word != SpecialWords.END) {
      out.writeShort(common.bytes(), 0, common.length());
    } else {
      writeNone(out);
    }
  }

  /** Ends the line of what is no context. */
  void writeNone(ByteWriter out) {
    out.writeShort(none.bytes(), 0, none.length());
  }

  private static void write(double weight, ByteWriter out) {
    out.writeByte('\t');
    DecimalText.writeLog(weight, out);
    out.writeByte('\n');
  }
}
