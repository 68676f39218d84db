// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainSourceTest {
  /** What is read of {@code 0123456789} from a place on, a {@code +} before what lies inside. */
  private static List<String> chunks(int start, int end, int bufferBytes) throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream("0123456789".getBytes(US_ASCII));
    in.skip(start);
    List<String> chunks = new ArrayList<>();
    byte[] buffer = new byte[bufferBytes];
    try (PlainSource source = new PlainSource(in, start, end)) {
      assertThat(source.start()).isEqualTo(start);
      for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
        chunks.add((source.inside() ? "+" : "-") + new String(buffer, 0, read, US_ASCII));
      }
    }
    return chunks;
  }

  @Test
  void neverReadsAcrossTheEndOfThePart() throws IOException {
    assertThat(chunks(2, 7, 100)).containsExactly("+23456", "-789");
    assertThat(chunks(2, 7, 3)).containsExactly("+234", "+56", "-789");
    assertThat(chunks(2, 7, 2)).containsExactly("+23", "+45", "+6", "-78", "-9");
    assertThat(chunks(0, 10, 4)).containsExactly("+0123", "+4567", "+89");
    assertThat(chunks(3, 3, 4)).containsExactly("-3456", "-789");
  }

  /** As of a file that has become shorter than its length was. */
  @Test
  void endsWithTheFile() throws IOException {
    assertThat(chunks(8, 20, 100)).containsExactly("+89");
    assertThat(chunks(10, 20, 100)).isEmpty();
  }

  /** A part of a file of terabytes leaves more than an int can say. */
  @Test
  void readsInPartsOfAnySize() throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[5]);
    byte[] buffer = new byte[4];
    long start = 1L << 40;
    try (PlainSource source = new PlainSource(in, start, start + (1L << 32))) {
      assertThat(source.read(buffer)).isEqualTo(4);
      assertThat(source.inside()).isTrue();
      assertThat(source.read(buffer)).isEqualTo(1);
      assertThat(source.start()).isEqualTo(start);
    }
  }
}
