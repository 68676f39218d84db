// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class LittleEndianOutputTest {
  /** What the buffer holds. */
  private static final int BUFFER = 1 << 16;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LittleEndianOutput out = new LittleEndianOutput(written);

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static int crc(byte[] bytes, int from, int to) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, to - from);
    return (int) crc.getValue();
  }

  @Test
  void theLowestByteComesFirst() throws IOException {
    out.putInt(0x01020304);
    out.putLong(0x1112131415161718L);
    out.put(bytes(9, 8, 7, 6), 1, 3);
    out.putInt(-2);
    assertThat(out.position()).isEqualTo(18);
    out.close();
    assertThat(written.toByteArray())
        .isEqualTo(
            bytes(
                4, 3, 2, 1, 0x18, 0x17, 0x16, 0x15, 0x14, 0x13, 0x12, 0x11, 8, 7, 0xfe, 0xff, 0xff,
                0xff));
  }

  /** A number that does not fit what is left of the buffer, and bytes that fill it three times. */
  @Test
  void theBufferShowsNowhere() throws IOException {
    byte[] many = new byte[3 * BUFFER + 5];
    for (int i = 0; i < many.length; i++) {
      many[i] = (byte) (i / 3);
    }
    out.put(many, 0, BUFFER - 3);
    out.putInt(0x01020304);
    out.put(many, 2, many.length);
    assertThat(out.position()).isEqualTo(BUFFER - 3 + 4 + many.length - 2);
    out.close();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(many, 0, BUFFER - 3);
    expected.write(bytes(4, 3, 2, 1));
    expected.write(many, 2, many.length - 2);
    assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
  }

  /** The CRC-32C of the digits 1 to 9 is known to be e3069283. */
  @Test
  void checksumsAreOfWhatWasWrittenSinceTheLast() throws IOException {
    assertThat(out.takeChecksum()).isZero();
    out.put("x123456789x".getBytes(US_ASCII), 1, 10);
    assertThat(out.takeChecksum()).isEqualTo(0xe3069283);
    assertThat(out.position()).isEqualTo(9);
    assertThat(out.takeChecksum()).isZero();

    byte[] many = new byte[BUFFER + 1];
    many[BUFFER] = 1;
    out.put(many, 0, many.length);
    out.putLong(5);
    int whole = out.takeChecksum();
    byte[] all = written.toByteArray();
    assertThat(all).hasSize(9 + BUFFER + 1 + 8);
    assertThat(whole).isEqualTo(crc(all, 9, all.length));
  }

  @Test
  void nothingIsNothing() throws IOException {
    out.put(bytes(1, 2), 1, 1);
    assertThat(out.position()).isZero();
    out.close();
    assertThat(written.size()).isZero();
  }

  @Test
  void closingClosesWhatIsWrittenTo() throws IOException {
    boolean[] closed = {false};
    new LittleEndianOutput(
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                closed[0] = true;
              }
            })
        .close();
    assertThat(closed[0]).isTrue();
  }
}
