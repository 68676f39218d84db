// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

/** UTF-8 without objects: the JDK's codecs cost a String per token. */
final class Utf8 {
  /** The most bytes one {@code char} becomes; a surrogate pair takes two for each half. */
  static final int BYTES_PER_CHAR = 3;

  private Utf8() {}

  /**
   * The length in bytes of the code point that begins with {@code lead}.
   *
   * @throws IllegalArgumentException when no code point begins so, or it would reach beyond {@code
   *     to}: the caller promised valid UTF-8
   */
  static int length(byte lead, int at, int to) {
    int length;
    if (lead >= 0) {
      length = 1;
    } else if ((lead & 0xE0) == 0xC0) {
      length = 2;
    } else if ((lead & 0xF0) == 0xE0) {
      length = 3;
    } else if ((lead & 0xF8) == 0xF0) {
      length = 4;
    } else {
      length = Integer.MAX_VALUE;
    }
    if (length > to - at) {
      throw new IllegalArgumentException("text is not UTF-8 at byte %s".formatted(at));
    }
    return length;
  }

  /** The code point of {@code length} bytes at {@code at}. */
  static int codePoint(byte[] utf8, int at, int length) {
    return switch (length) {
      case 1 -> utf8[at];
      case 2 -> ((utf8[at] & 0x1F) << 6) | tail(utf8[at + 1]);
      case 3 -> ((utf8[at] & 0x0F) << 12) | (tail(utf8[at + 1]) << 6) | tail(utf8[at + 2]);
      default ->
          ((utf8[at] & 0x07) << 18)
              | (tail(utf8[at + 1]) << 12)
              | (tail(utf8[at + 2]) << 6)
              | tail(utf8[at + 3]);
    };
  }

  /**
   * Writes {@code text[from, to)} to the start of {@code utf8}, which has room for {@link
   * #BYTES_PER_CHAR} bytes each.
   *
   * @return the number of bytes written
   */
  static int encode(char[] text, int from, int to, byte[] utf8) {
    int n = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < 0x80) {
        utf8[n++] = (byte) c;
      } else if (c < 0x800) {
        utf8[n++] = (byte) (0xC0 | (c >> 6));
        utf8[n++] = tailByte(c);
      } else if (Character.isHighSurrogate(c) && i + 1 < to) {
        int codePoint = Character.toCodePoint(c, text[++i]);
        utf8[n++] = (byte) (0xF0 | (codePoint >> 18));
        utf8[n++] = tailByte(codePoint >> 12);
        utf8[n++] = tailByte(codePoint >> 6);
        utf8[n++] = tailByte(codePoint);
      } else {
        utf8[n++] = (byte) (0xE0 | (c >> 12));
        utf8[n++] = tailByte(c >> 6);
        utf8[n++] = tailByte(c);
      }
    }
    return n;
  }

  private static int tail(byte b) {
    return b & 0x3F;
  }

  private static byte tailByte(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}
