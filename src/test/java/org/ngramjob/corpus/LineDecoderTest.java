// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for lines in every encoding. */
class LineDecoderTest {
  static String text(LineDecoder decoder) {
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
}
