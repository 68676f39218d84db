// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * A line of a text in another encoding than UTF-8, written anew in UTF-8, some thousand characters
 * at a time. What the encoding does not know makes the line malformed; nothing is replaced.
 */
final class TranscodedLine implements LineDecoder {
  private static final int CHARS = 1 << 12;
  private static final int FIRST_BYTES = 1 << 10;
  private static final int KEPT_BYTES = 1 << 22;

  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = UTF_8.newEncoder();
  private final CharBuffer chars = CharBuffer.allocate(CHARS);
  private ByteBuffer utf8 = ByteBuffer.allocate(FIRST_BYTES);

  /**
   * Reads lines in one encoding.
   *
   * @param charset of which two bytes or more stand for a character of three in UTF-8, and four for
   *     one of four
   */
  TranscodedLine(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public boolean decode(byte[] bytes, int from, int to) {
    ByteBuffer line = ByteBuffer.wrap(bytes, from, to - from);
    makeRoom(to - from);
    decoder.reset();
    while (true) {
      CoderResult result = decoder.decode(line, chars.clear(), true);
      if (result.isError()) {
        return false;
      }
      // A decoder gives both halves of a surrogate pair or none.
      if (!encoder.reset().encode(chars.flip(), utf8, true).isUnderflow()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
    }
  }

  private void makeRoom(int bytes) {
    long most = bytes + (bytes + 1L) / 2;
    // A line that is far longer than others must not take the room for ever.
    if (most > utf8.capacity() || utf8.capacity() > KEPT_BYTES) {
      utf8 = ByteBuffer.allocate(Math.toIntExact(Math.max(most, FIRST_BYTES)));
    }
    utf8.clear();
  }

  @Override
  public byte[] utf8() {
    return utf8.array();
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public int to() {
    return utf8.position();
  }
}
