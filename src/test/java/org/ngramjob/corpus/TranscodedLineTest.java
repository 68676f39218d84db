// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is particular to GB18030; {@link LineDecoderTest} has what holds for every encoding. */
class TranscodedLineTest {
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
    assertThat(LineDecoderTest.text(decoder)).as(hex).isEqualTo(expected);
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
    for (int length : new int[] {1, 512, 513, 2049, 100_001}) {
      String line = "词".repeat(length);
      byte[] bytes = line.getBytes(Charset.forName("GB18030"));
      assertThat(decoder.decode(bytes, 0, bytes.length)).isTrue();
      assertThat(LineDecoderTest.text(decoder)).isEqualTo(line);
    }
  }

  /** The room of a line of 3 MiB, 4.5 MiB, is given back; that of one of 2 MiB, 3 MiB, is kept. */
  @Test
  void keepsRoomForUsualLinesOnly() {
    LineDecoder decoder = TextEncoding.GB18030.newDecoder();
    byte[] bytes = "词".repeat(3 << 19).getBytes(Charset.forName("GB18030"));
    assertThat(decoder.decode(bytes, 0, 2 << 20)).isTrue();
    byte[] kept = decoder.utf8();
    assertThat(kept).hasSize(3 << 20);
    assertThat(decoder.decode(bytes, 0, 2)).isTrue();
    assertThat(decoder.utf8()).isSameAs(kept);
    assertThat(decoder.decode(bytes, 0, bytes.length)).isTrue();
    assertThat(decoder.utf8()).hasSize(9 << 19);
    assertThat(decoder.decode(bytes, 0, 2)).isTrue();
    assertThat(decoder.utf8()).hasSize(1 << 10);
    assertThat(LineDecoderTest.text(decoder)).isEqualTo("词");
  }
}
