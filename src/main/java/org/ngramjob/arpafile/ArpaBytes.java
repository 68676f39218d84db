// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ngramjob.failure.Failure;

/**
 * The bytes of an ARPA file, unpacked where they are a gzip, of any number of members. Files that
 * are something else are recognised by their first bytes.
 */
final class ArpaBytes {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LOOKED_AT = 32;
  private static final String GZIP = "\u001f\u008b";
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** What else people have, and how they get an ARPA file out of it; a char for a byte. */
  private record Format(String begin, String what) {}

  private static final String DECOMPRESS = "; decompress it first (or use gzip, which is read)";

  private static final List<Format> OTHERS =
      List.of(
          new Format(
              "mmap lm ",
              "a binary of KenLM, from which nothing can be read back; give the ARPA file that"
                  + " build_binary read"),
          new Format(
              "SRILM_BINARY_NGRAM",
              "a binary of SRILM; write it as text with: ngram -lm FILE -write-lm FILE.arpa"),
          new Format(
              "iARPA",
              "an iARPA file of IRSTLM; write it as ARPA with: compile-lm FILE --text=yes OUT"),
          new Format(
              "blmt", "a binary of IRSTLM; write it as ARPA with: compile-lm FILE --text=yes OUT"),
          new Format(
              "Qblmt", "a binary of IRSTLM; write it as ARPA with: compile-lm FILE --text=yes OUT"),
          new Format(
              "\u00d6\u00fd\u00b2~",
              "a transducer of OpenFst; write it as ARPA with: ngramprint --ARPA FILE OUT"),
          new Format("BZh", "packed with bzip2" + DECOMPRESS),
          new Format("\u00fd7zXZ", "packed with xz" + DECOMPRESS),
          new Format("(\u00b5/\u00fd", "packed with zstd" + DECOMPRESS),
          new Format("PK\u0003\u0004", "a zip archive" + DECOMPRESS),
          new Format("\u00ff\u00fe", "UTF-16; convert it with: iconv -f UTF-16 -t UTF-8"),
          new Format("\u00fe\u00ff", "UTF-16; convert it with: iconv -f UTF-16 -t UTF-8"));

  private ArpaBytes() {}

  /**
   * The text, from its first byte on.
   *
   * @param file named in messages
   * @throws Failure bad input, when it is empty or of another format
   */
  static InputStream open(InputStream in, String file) throws IOException {
    InputStream bytes = new Members(in);
    String begin = peek(bytes);
    if (begin.startsWith(GZIP)) {
      try {
        bytes = new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_BYTES), BUFFER_BYTES);
        begin = peek(bytes);
      } catch (IOException e) {
        throw Failure.badInput(
            file
                + " begins like a gzip but cannot be unpacked ("
                + e.getMessage()
                + "): is it cut?");
      }
    }
    if (begin.isEmpty()) {
      throw Failure.badInput(file + " is empty; give an ARPA file, which begins with \\data\\");
    }
    for (Format other : OTHERS) {
      if (begin.startsWith(other.begin)) {
        throw Failure.badInput(file + " is no ARPA file but " + other.what);
      }
    }
    if (begin.startsWith(BYTE_ORDER_MARK)) {
      bytes.skipNBytes(BYTE_ORDER_MARK.length());
    }
    return bytes;
  }

  private static String peek(InputStream bytes) throws IOException {
    bytes.mark(LOOKED_AT);
    byte[] begin = bytes.readNBytes(LOOKED_AT);
    bytes.reset();
    return new String(begin, StandardCharsets.ISO_8859_1);
  }

  /**
   * Says truthfully whether bytes are left: the gzip stream takes 0 for the end and would silently
   * drop the members that follow, where a file system does not know what is available.
   */
  private static final class Members extends BufferedInputStream {
    Members(InputStream in) {
      super(in, BUFFER_BYTES);
    }

    @Override
    public synchronized int available() throws IOException {
      if (pos < count) {
        return count - pos;
      }
      mark(1);
      boolean left = read() >= 0;
      reset();
      return left ? count - pos : 0;
    }
  }
}
