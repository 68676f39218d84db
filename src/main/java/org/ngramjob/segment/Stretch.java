// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Characters of a line, normalised as they come. Most fold one by one ({@link FoldTable}). One that
 * does not is normalised together with its <em>island</em>: all that stands between two Han
 * characters, with which nothing ever combines and which end every rule about neighbours, the final
 * sigma's too.
 *
 * <p>The characters are those of the whole line's normal form, with one exception: an island is cut
 * after {@value #MOST_MARKS} combining marks in a row, which are then in canonical order within
 * each part only. The JDK takes quadratic time to sort them; no writing has so many, and Unicode's
 * Stream-Safe Text Format (UAX 15, section 13) allows 30.
 */
final class Stretch {
  private static final int CAPACITY = 1024;
  private static final int MOST_MARKS = 128;

  private char[] characters = new char[CAPACITY];
  private int length;

  /** Where the island begins: in the line's bytes, and in {@link #characters}. */
  private int islandByte;

  private int islandStart;
  private boolean islandFolds = true;

  /** The combining marks since the island's last other character. */
  private int marks;

  /** Empties it; the next character will be at byte {@code at}. */
  void begin(int at) {
    length = 0;
    beginIsland(at);
    if (characters.length > LineWalk.KEPT_CHARACTERS) {
      characters = new char[CAPACITY];
    }
  }

  /**
   * Adds the character at byte {@code at}.
   *
   * @param c the character, a surrogate for one beyond the basic plane
   * @param kind the character's kind in the fold table
   */
  void add(byte[] text, int at, char c, byte kind) {
    reserve(FoldTable.ELLIPSIS.length());
    if (FoldTable.standsAlone(c)) {
      endIsland(text, at);
      characters[length++] = c;
      beginIsland(at + Utf8.BYTES_PER_CHAR);
      return;
    }
    if (kind == FoldTable.OTHER) {
      countMarks(text, at, c);
      islandFolds = false;
      return;
    }
    marks = 0;
    if (c == '…') {
      FoldTable.ELLIPSIS.getChars(0, FoldTable.ELLIPSIS.length(), characters, length);
      length += FoldTable.ELLIPSIS.length();
    } else {
      characters[length++] = FoldTable.folded(c);
    }
  }

  /** Ends it before byte {@code end}; {@link #characters()} are then good. */
  void end(byte[] text, int end) {
    endIsland(text, end);
  }

  /** The normalised characters from index 0 to {@link #length()}. */
  char[] characters() {
    return characters;
  }

  int length() {
    return length;
  }

  private void beginIsland(int at) {
    islandByte = at;
    islandStart = length;
    islandFolds = true;
    marks = 0;
  }

  private void countMarks(byte[] text, int at, char c) {
    int codePoint =
        Character.isSurrogate(c)
            ? Utf8.codePoint(text, at, Utf8.length(text[at], at, text.length))
            : c;
    if (!CodePoints.isCombiningMark(codePoint) && !isHalfWidthVoiceMark(c)) {
      marks = 0;
    } else if (++marks > MOST_MARKS) {
      endIsland(text, at);
      beginIsland(at);
      marks = 1;
    }
  }

  /** Letters by their category, but NFKC makes combining marks of them. No others are so. */
  private static boolean isHalfWidthVoiceMark(char c) {
    return c == 'ﾞ' || c == 'ﾟ';
  }

  private void endIsland(byte[] text, int end) {
    if (islandFolds) {
      return;
    }
    String island = new String(text, islandByte, end - islandByte, StandardCharsets.UTF_8);
    String normal = Normaliser.normalise(island);
    length = islandStart;
    reserve(normal.length() + 1);
    normal.getChars(0, normal.length(), characters, length);
    length += normal.length();
  }

  private void reserve(int more) {
    if (length + more > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(length + more, 2 * characters.length));
    }
  }
}
