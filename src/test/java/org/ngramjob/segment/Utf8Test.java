// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
  @Test
  void agreesWithTheJdkOnEveryCodePoint() {
    byte[] utf8 = new byte[2 * Utf8.BYTES_PER_CHAR];
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint == Character.MIN_SURROGATE) {
        codePoint = Character.MAX_SURROGATE + 1;
      }
      char[] text = Character.toChars(codePoint);
      byte[] expected = new String(text).getBytes(UTF_8);
      int length = Utf8.encode(text, 0, text.length, utf8);
      boolean same =
          Arrays.equals(utf8, 0, length, expected, 0, expected.length)
              && Utf8.length(utf8[0], 0, length) == length
              && Utf8.codePoint(utf8, 0, length) == codePoint;
      if (!same) {
        fail("U+%04X", codePoint);
      }
    }
  }

  @Test
  void refusesWhatCannotBegin() {
    assertThatThrownBy(() -> Utf8.length((byte) 0x80, 7, 9)).hasMessageContaining("at byte 7");
    assertThatThrownBy(() -> Utf8.length((byte) 0xFF, 0, 9)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> Utf8.length((byte) 0xF0, 0, 3)).hasMessageContaining("not UTF-8");
    assertThat(Utf8.length((byte) 0xF0, 0, 4)).isEqualTo(4);
  }
}
