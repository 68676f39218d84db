// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBlockTest {
  private static String line(LineBlock block, int line) {
    return new String(block.bytes(), block.from(line), block.to(line) - block.from(line), UTF_8);
  }

  @Test
  void keepsLinesOfAnyLength() {
    LineBlock block = new LineBlock();
    byte[] text = ("ab" + "词".repeat(100_000)).getBytes(UTF_8);
    block.add(text, 0, 2);
    block.add(text, 1, 1);
    assertThat(block.isFull()).isFalse();
    block.add(text, 2, text.length);
    assertThat(block.isFull()).isTrue();
    assertThat(block.size()).isEqualTo(3);
    assertThat(block.length()).isEqualTo(text.length);
    assertThat(line(block, 0)).isEqualTo("ab");
    assertThat(line(block, 1)).isEmpty();
    assertThat(line(block, 2)).isEqualTo("词".repeat(100_000));
  }

  @Test
  void isFullOfEmptyLinesToo() {
    LineBlock block = new LineBlock();
    while (!block.isFull()) {
      block.add(new byte[0], 0, 0);
    }
    assertThat(block.size()).isEqualTo(1024);
  }
}
