// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Java's own strict decoder is the oracle. */
class Utf8CheckTest {
  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static void assertAgrees(byte[] bytes) {
    assertThat(Utf8Check.isValid(bytes, 0, bytes.length))
        .as(Arrays.toString(bytes))
        .isEqualTo(decodes(bytes));
  }

  @Test
  void agreesOnAllSequencesOfTwoBytes() {
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        assertAgrees(new byte[] {(byte) a, (byte) b});
      }
    }
  }

  @Test
  void agreesOnAllLeadsWithBoundaryContinuations() {
    int[] tails = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int lead = 0x80; lead < 256; lead++) {
      for (int a : tails) {
        for (int b : tails) {
          assertAgrees(new byte[] {(byte) lead, (byte) a, (byte) b});
          for (int c : tails) {
            assertAgrees(new byte[] {(byte) lead, (byte) a, (byte) b, (byte) c});
          }
        }
      }
    }
  }

  @Test
  void agreesOnDamagedText() {
    byte[] text = "abc 词性是动词 0123456789 😀 naïve\u0000 ".repeat(3).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = text.clone();
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      assertAgrees(damaged);
    }
  }

  @Test
  void looksOnlyAtTheRangeItIsGiven() {
    byte[] text = "a词b".getBytes(StandardCharsets.UTF_8);

    assertThat(Utf8Check.isValid(text, 1, 4)).isTrue();
    assertThat(Utf8Check.isValid(text, 1, 3)).isFalse();
    assertThat(Utf8Check.isValid(text, 2, 4)).isFalse();
    assertThat(Utf8Check.isValid(text, 2, 2)).isTrue();
  }
}
