// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

/**
 * The spelling of the words of invented text: Chinese characters, the fewer the more frequent the
 * word. Different words have different spellings.
 */
final class WordSpelling {
  private static final int FIRST_CHARACTER = 0x4e00;

  /** How many characters a word has in the class at this place, and how many bits each carries. */
  private static final int[] BITS = {10, 10, 12, 14, 14};

  private static final int UTF8_BYTES = 3;

  /** Bytes of the longest word. */
  static final int LONGEST = BITS.length * UTF8_BYTES;

  private WordSpelling() {}

  /**
   * Writes a word in UTF-8.
   *
   * @param word its number, 0 for the most frequent
   * @return where the next byte goes
   */
  static int write(long word, byte[] into, int at) {
    long left = word;
    int characters = 1;
    while (characters < BITS.length && left >= size(characters)) {
      left -= size(characters);
      characters++;
    }
    int end = at;
    for (int i = 0; i < characters; i++) {
      int bits = BITS[characters - 1];
      end = writeCharacter(FIRST_CHARACTER + (int) (left & ((1L << bits) - 1)), into, end);
      left >>>= bits;
    }
    return end;
  }

  private static long size(int characters) {
    return 1L << (characters * BITS[characters - 1]);
  }

  private static int writeCharacter(int character, byte[] into, int at) {
    into[at] = (byte) (0xe0 | (character >> 12));
    into[at + 1] = (byte) (0x80 | ((character >> 6) & 0x3f));
    into[at + 2] = (byte) (0x80 | (character & 0x3f));
    return at + UTF8_BYTES;
  }
}
