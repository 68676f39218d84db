// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Locale;

/**
 * Lower case in the root locale by Unicode's full mappings, in linear time. {@link
 * String#toLowerCase(Locale)} has two characters for which it takes quadratic time, so they are
 * spelled here: {@code İ}, which becomes two, and {@code Σ}, which is {@code ς} at the end of a
 * word.
 *
 * <p>Where a word ends for a sigma is Unicode's <i>Final_Sigma</i> (The Unicode Standard, 3.13,
 * table 3-17): after a cased letter, and not before one, whatever case-ignorable characters stand
 * between. The JDK asks a {@code BreakIterator} instead, which takes digits, hyphens and, at a
 * surrogate pair, other things for parts of the word.
 */
final class LowerCase {
  private static final String DOTTED_I = "i\u0307";

  /**
   * Unicode's Case_Ignorable is these categories and the punctuation that {@link
   * #isPunctuationInWord} knows.
   */
  private static final int IGNORABLE =
      (1 << Character.NON_SPACING_MARK)
          | (1 << Character.ENCLOSING_MARK)
          | (1 << Character.FORMAT)
          | (1 << Character.MODIFIER_LETTER)
          | (1 << Character.MODIFIER_SYMBOL);

  private LowerCase() {}

  static String of(CharSequence text) {
    StringBuilder spelled = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 'Σ' -> spelled.append(isAfterCased(text, i) && !isBeforeCased(text, i) ? 'ς' : 'σ');
        case 'İ' -> spelled.append(DOTTED_I);
        default -> spelled.append(c);
      }
    }
    return spelled.toString().toLowerCase(Locale.ROOT);
  }

  // Both stop at the next sigma, which is cased, so that all of them together look at no character
  // more than twice.

  private static boolean isAfterCased(CharSequence text, int sigma) {
    for (int i = sigma; i > 0; ) {
      int codePoint = Character.codePointBefore(text, i);
      if (isCased(codePoint) || !isIgnorable(codePoint)) {
        return isCased(codePoint);
      }
      i -= Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isBeforeCased(CharSequence text, int sigma) {
    for (int i = sigma + 1; i < text.length(); ) {
      int codePoint = Character.codePointAt(text, i);
      if (isCased(codePoint) || !isIgnorable(codePoint)) {
        return isCased(codePoint);
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  /** Unicode's Cased. */
  private static boolean isCased(int codePoint) {
    return Character.isLowerCase(codePoint)
        || Character.isUpperCase(codePoint)
        || Character.isTitleCase(codePoint);
  }

  private static boolean isIgnorable(int codePoint) {
    return ((IGNORABLE >>> Character.getType(codePoint)) & 1) != 0
        || isPunctuationInWord(codePoint);
  }

  /** Word_Break is MidLetter, MidNumLet or Single_Quote: a full stop, colon, point or quote. */
  private static boolean isPunctuationInWord(int codePoint) {
    return switch (codePoint) {
      case '\'', '.', ':', '·', 0x0387, 0x055F, 0x05F4, '‘', '’', 0x2024, 0x2027 -> true;
      case 0xFE13, 0xFE52, 0xFE55, '＇', '．', '：' -> true;
      default -> false;
    };
  }
}
