// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ngramjob.failure.Failure;

/**
 * How the bytes of a text stand for characters. Only encodings in which the byte LF is a line end
 * and part of nothing else: lines, and with them splits, are cut before anything is decoded. So
 * UTF-16 is none.
 */
public enum TextEncoding {
  /** RFC 3629. */
  UTF8("utf-8", "utf8") {
    @Override
    public LineDecoder newDecoder() {
      return new CheckedLine();
    }
  },

  /** The Chinese national standard; text in GBK and GB 2312 is text in it too. */
  GB18030("gb18030", "gbk", "gb2312", "gb-18030", "gb-2312", "cp936") {
    @Override
    public LineDecoder newDecoder() {
      return new TranscodedLine(charset());
    }
  };

  /** So many bytes show that Latin letters are in UTF-16: NUL may stand between words of one. */
  private static final int UTF16_BYTES = 32;

  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // Nobody can change what List.of gives.
  private final List<String> names;

  TextEncoding(String... names) {
    this.name = names[0];
    this.names = List.of(names);
  }

  /**
   * The encoding of a name, in upper or lower case.
   *
   * @throws Failure usage, if there is none
   */
  public static TextEncoding of(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    for (TextEncoding encoding : values()) {
      if (encoding.names.contains(wanted)) {
        return encoding;
      }
    }
    throw Failure.usage(
        "--encoding %s: give one of %s; convert other text to UTF-8 before"
            .formatted(name, String.join(", ", names())));
  }

  /** A name of each, for the help. */
  public static Iterable<String> names() {
    return Arrays.stream(values()).map(TextEncoding::toString).toList();
  }

  /** Reads lines in this encoding; for one thread. */
  public abstract LineDecoder newDecoder();

  Charset charset() {
    return Charset.forName(name);
  }

  /**
   * Bytes of the byte order mark with which a text begins, 0 if it has none.
   *
   * @param bytes hold the text's first line at [from, to)
   * @param name of the text, for messages
   * @throws Failure bad input, where the text is in UTF-16: lines of it would pass for text, Latin
   *     letters as words of one letter each
   */
  public int markLength(byte[] bytes, int from, int to, String name) {
    if (isUtf16(bytes, from, to)) {
      throw Failure.badInput(
          "%s is in UTF-16; convert it first: iconv -f UTF-16 -t UTF-8".formatted(name));
    }
    byte[] mark = "\uFEFF".getBytes(charset());
    int end = Math.min(to, from + mark.length);
    return Arrays.equals(bytes, from, end, mark, 0, mark.length) ? mark.length : 0;
  }

  /** By its mark, or because every other byte of some Latin letters is NUL. */
  private static boolean isUtf16(byte[] bytes, int from, int to) {
    int length = Math.min(to - from, UTF16_BYTES);
    if (length >= 2) {
      int mark = (bytes[from] & 0xFF) << 8 | (bytes[from + 1] & 0xFF);
      if (mark == 0xFEFF || mark == 0xFFFE) {
        return true;
      }
    }
    int[] nuls = new int[2];
    for (int i = 0; i < length; i++) {
      nuls[i & 1] += bytes[from + i] == 0 ? 1 : 0;
    }
    return length == UTF16_BYTES && nuls[0] + nuls[1] == length / 2 && nuls[0] * nuls[1] == 0;
  }

  /** As the name stands in sentences. */
  public String title() {
    return name.toUpperCase(Locale.ROOT);
  }

  /** Its name, as people write it. */
  @Override
  public String toString() {
    return name;
  }
}
