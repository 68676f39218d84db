// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for lines in every encoding, and what is particular to GB18030. */
class LineDecoderTest {
  private static String text(LineDecoder decoder) {
    return new String(decoder.utf8(), decoder.from(), decoder.to() - decoder.from(), UTF_8);
  }

  /** One, two, three and four bytes in UTF-8; all assigned whatever the year of the standard. */
  private static final int[] CHARACTERS = {
    'a', ' ', 0xE9, 0x8BCD, 0x6027, 0x3002, 0x1F600, 0x20000
  };

  private static String random(Random random, int length) {
    return random
        .ints(length, 0, CHARACTERS.length)
        .map(i -> CHARACTERS[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameCharactersInUtf8(TextEncoding encoding) {
    Random random = new Random(1);
    LineDecoder decoder = encoding.newDecoder();
    // Some thousand characters are decoded at a time, so pairs fall on such a border too.
    for (int length : new int[] {0, 1, 2, 4095, 4096, 4097, 20_000, 3, 0}) {
      for (int shift = 0; shift < 3; shift++) {
        String line = "x".repeat(shift) + random(random, length);
        byte[] bytes = ("词" + line + "性").getBytes(encoding.charset());
        int around = (bytes.length - line.getBytes(encoding.charset()).length) / 2;
        assertThat(decoder.decode(bytes, around, bytes.length - around)).isTrue();
        assertThat(text(decoder)).isEqualTo(line);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesACharacterCutAtTheEndAndGoesOn(TextEncoding encoding) {
    LineDecoder decoder = encoding.newDecoder();
    byte[] bytes = "词性😀".getBytes(encoding.charset());
    for (int end = bytes.length - 3; end < bytes.length; end++) {
      assertThat(decoder.decode(bytes, 0, end)).as("%s bytes", end).isFalse();
    }
    assertThat(decoder.decode(bytes, 0, bytes.length - 4)).isTrue();
    assertThat(text(decoder)).isEqualTo("词性");
  }

  /** By the tables of the standard: GBK, its four-byte part, and the planes above the first. */
  @Test
  void readsGb18030() {
    assertGb18030("B4CAD0D4", "词性");
    assertGb18030("61 A1A3 0D", "a。\r");
    assertGb18030("8140 7E", "丂~");
    assertGb18030("81308130", "\u0080");
    assertGb18030("90308130", "\uD800\uDC00");
    assertGb18030("E3329A35", "\uDBFF\uDFFF");
  }

  private static void assertGb18030(String hex, String expected) {
    LineDecoder decoder = TextEncoding.GB18030.newDecoder();
    byte[] line = bytes(hex);
    assertThat(decoder.decode(line, 0, line.length)).as(hex).isTrue();
    assertThat(text(decoder)).as(hex).isEqualTo(expected);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  /** Bytes that stand for nothing, behind text that is fine. */
  @Test
  void refusesWhatIsNotGb18030() {
    LineDecoder decoder = TextEncoding.GB18030.newDecoder();
    for (String hex :
        new String[] {"80", "FF", "B420", "B47F", "B4FF", "8130", "81308120", "E3329A36"}) {
      byte[] line = bytes("B4CA" + hex);
      assertThat(decoder.decode(line, 0, line.length)).as(hex).isFalse();
    }
  }

  /** Two bytes become three, so room for the line itself would not do. */
  @Test
  void hasRoomForLongLines() {
    LineDecoder decoder = TextEncoding.GB18030.newDecoder();
    String line = "词".repeat(100_001);
    byte[] bytes = line.getBytes(Charset.forName("GB18030"));
    assertThat(decoder.decode(bytes, 0, bytes.length)).isTrue();
    assertThat(text(decoder)).isEqualTo(line);
  }
}
