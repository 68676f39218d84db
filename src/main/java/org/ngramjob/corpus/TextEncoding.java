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
   */
  public int markLength(byte[] bytes, int from, int to) {
    byte[] mark = "\uFEFF".getBytes(charset());
    int end = Math.min(to, from + mark.length);
    return Arrays.equals(bytes, from, end, mark, 0, mark.length) ? mark.length : 0;
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
