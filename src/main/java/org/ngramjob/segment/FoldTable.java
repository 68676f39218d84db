// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/**
 * Which characters {@link Normaliser} maps one by one whatever stands beside them: ASCII,
 * full-width forms, kana, Han and the usual punctuation. Text of nothing else needs no {@code
 * java.text.Normalizer}. Each is normalised to the single character {@link #folded}, but for the
 * ellipsis, which becomes three full stops.
 */
final class FoldTable {
  /** Must go through the Normalizer, and its neighbours with it. */
  static final byte OTHER = 0;

  /** Folds to one character. */
  static final byte PLAIN = 1;

  /** White space or a control: ends a stretch. */
  static final byte BLANK = 2;

  /** Ends a sentence where the rule is punctuation; folds as plain. */
  static final byte MARK = 3;

  /** Perhaps the start of a special word; folds as plain. */
  static final byte LESS_THAN = 4;

  /** What {@code …} becomes. */
  static final String ELLIPSIS = "...";

  private static final byte[] KINDS = new byte[1 << Character.SIZE];
  private static final char[] FOLDED = new char[1 << Character.SIZE];

  static {
    plain(0x21, 0x7E);
    plain('×', '×');
    plain('·', '·');
    plain(0x2012, 0x2016);
    plain(0x2018, 0x2023);
    plain('‰', '‰');
    plain('※', '※');
    plain(0x2190, 0x21FF);
    plain(0x2500, 0x26FF);
    plain(0x3001, 0x3029);
    plain(0x3041, 0x3096); // hiragana without the combining voice marks
    plain(0x309D, 0x309E);
    plain(0x30A0, 0x30FE);
    plain(0x3400, 0x9FFF); // Han, and the hexagrams between its two blocks
    for (char c = 'A'; c <= 'Z'; c++) {
      FOLDED[c] = (char) (c + 'a' - 'A');
    }
    for (char c = '！'; c <= '～'; c++) {
      KINDS[c] = PLAIN;
      FOLDED[c] = FOLDED[c - '！' + '!'];
    }
    for (char c = 0; c <= '　'; c++) {
      if (CodePoints.isBlank(c) && Character.getType(c) != Character.FORMAT) {
        KINDS[c] = BLANK;
      }
    }
    for (char mark : "。！？!?…".toCharArray()) {
      KINDS[mark] = MARK;
    }
    KINDS['<'] = LESS_THAN;
  }

  private FoldTable() {}

  /** One of the constants above. */
  static byte kind(char c) {
    return KINDS[c];
  }

  /**
   * Whether the character is its own form and no form reaches across it: nothing combines with Han,
   * and being neither cased nor ignorable for case it ends what may come before or after a final
   * sigma. That holds for all Han; the oldest block is what text has.
   */
  static boolean standsAlone(char c) {
    return EmissionTable.isHan(c);
  }

  /** The character's normalised form, for plain characters and those that fold as plain. */
  static char folded(char c) {
    return FOLDED[c];
  }

  private static void plain(int first, int last) {
    for (int c = first; c <= last; c++) {
      KINDS[c] = PLAIN;
      FOLDED[c] = (char) c;
    }
  }
}
