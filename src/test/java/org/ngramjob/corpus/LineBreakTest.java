// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineBreakTest {
  /** At every place, after bytes that differ from LF in one bit or by one, before another LF. */
  @Test
  void theFirstInTheRange() {
    byte[] others = {'\n' + 1, '\n' - 1, '\n' ^ 8, (byte) ('\n' | 128), 0, (byte) 255};
    for (byte other : others) {
      for (int length = 0; length < 27; length++) {
        for (int at = 0; at <= length; at++) {
          byte[] bytes = new byte[length + 4];
          Arrays.fill(bytes, other);
          bytes[1] = '\n';
          if (at < length) {
            bytes[2 + at] = '\n';
          }
          bytes[2 + length] = '\n';
          assertThat(LineBreak.find(bytes, 2, 2 + length)).isEqualTo(2 + at);
        }
      }
    }
  }

  @Test
  void asByteByByte() {
    byte[] bytes = new byte[5000];
    new Random(1).nextBytes(bytes);
    for (int from = 0; from < bytes.length; from++) {
      int expected = from;
      while (expected < bytes.length && bytes[expected] != '\n') {
        expected++;
      }
      assertThat(LineBreak.find(bytes, from, bytes.length)).isEqualTo(expected);
    }
  }
}
