// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/** What kinds of characters mean to all segmenters. */
final class CodePoints {

  private static final int NEVER_TOKENS =
      (1 << Character.SPACE_SEPARATOR)
          | (1 << Character.LINE_SEPARATOR)
          | (1 << Character.PARAGRAPH_SEPARATOR)
          | (1 << Character.CONTROL)
          | (1 << Character.FORMAT);

  private static final int PUNCTUATION =
      (1 << Character.CONNECTOR_PUNCTUATION)
          | (1 << Character.DASH_PUNCTUATION)
          | (1 << Character.START_PUNCTUATION)
          | (1 << Character.END_PUNCTUATION)
          | (1 << Character.INITIAL_QUOTE_PUNCTUATION)
          | (1 << Character.FINAL_QUOTE_PUNCTUATION)
          | (1 << Character.OTHER_PUNCTUATION)
          | (1 << Character.MATH_SYMBOL)
          | (1 << Character.CURRENCY_SYMBOL)
          | (1 << Character.MODIFIER_SYMBOL);

  private static final int CLOSING =
      (1 << Character.END_PUNCTUATION) | (1 << Character.FINAL_QUOTE_PUNCTUATION);

  private static final int COMBINING =
      (1 << Character.NON_SPACING_MARK)
          | (1 << Character.ENCLOSING_MARK)
          | (1 << Character.COMBINING_SPACING_MARK);

  private CodePoints() {}

  /**
   * White space (Unicode's Z*, so U+3000 and the no-break space too), controls and format
   * characters (zero width space, byte order mark): they separate tokens and are none.
   */
  static boolean isBlank(int codePoint) {
    return is(NEVER_TOKENS, codePoint);
  }

  /**
   * Unicode's punctuation (P*) and its mathematical, currency and modifier symbols (Sm, Sc, Sk).
   * Other symbols (So) carry meaning of their own, emoji above all, and the skin tones among the
   * modifiers belong to them.
   */
  static boolean isPunctuation(int codePoint) {
    return is(PUNCTUATION, codePoint) && (codePoint < 0x1F3FB || codePoint > 0x1F3FF);
  }

  /** Marks that may melt into the character before them (Unicode's M*). */
  static boolean isCombiningMark(int codePoint) {
    return is(COMBINING, codePoint);
  }

  /** The marks after which {@link SentenceRule#PUNCTUATION} ends a sentence. */
  static boolean isSentenceMark(int codePoint) {
    return switch (codePoint) {
      case '。', '！', '？', '!', '?', '…' -> true;
      default -> false;
    };
  }

  /**
   * Unicode's closing brackets and closing quotation marks (Pe, Pf). The straight quotation marks
   * of ASCII are none: nobody can tell which of them close.
   */
  static boolean isClosing(int codePoint) {
    return is(CLOSING, codePoint);
  }

  private static boolean is(int categories, int codePoint) {
    return ((categories >>> Character.getType(codePoint)) & 1) != 0;
  }
}
