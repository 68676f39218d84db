// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import org.ngramjob.failure.Failure;

/**
 * Knows text in UTF-16 by how it begins. Its lines would pass for text in other encodings, Latin
 * letters as words of one letter each, since NUL separates words.
 */
public final class Utf16Check {
  /**
   * So many bytes show that letters are Latin ones in UTF-16: NUL may stand between short words.
   */
  private static final int LETTERS_BYTES = 32;

  private Utf16Check() {}

  /**
   * Looks at the beginning of a text.
   *
   * @param bytes hold what has been read of it at [from, to)
   * @param name of the text, for messages
   * @throws Failure bad input, if it is in UTF-16
   */
  public static void refuse(byte[] bytes, int from, int to, String name) {
    if (beginsWithMark(bytes, from, to) || beginsWithLetters(bytes, from, to)) {
      throw Failure.badInput(
          "%s is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8".formatted(name));
    }
  }

  private static boolean beginsWithMark(byte[] bytes, int from, int to) {
    if (to - from < 2) {
      return false;
    }
    int mark = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** Every other byte is NUL, and no other. */
  private static boolean beginsWithLetters(byte[] bytes, int from, int to) {
    if (to - from < LETTERS_BYTES) {
      return false;
    }
    int[] nuls = new int[2];
    for (int i = 0; i < LETTERS_BYTES; i++) {
      nuls[i & 1] += bytes[from + i] == 0 ? 1 : 0;
    }
    return nuls[0] + nuls[1] == LETTERS_BYTES / 2 && nuls[0] * nuls[1] == 0;
  }
}
