// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class ByteWriterTest {
  private static String hex(ByteWriter writer) {
    return HexFormat.of().formatHex(writer.toByteArray());
  }

  /** 300 = 10 0101100 in sevens: 0101100 with the high bit set is ac, then 02. */
  @Test
  void writesSevenBitsAByteLeastSignificantFirst() {
    ByteWriter writer = new ByteWriter(0);
    writer.writeVarLong(0);
    writer.writeVarLong(127);
    writer.writeVarLong(128);
    writer.writeVarLong(300);
    writer.writeVarLong(Long.MAX_VALUE);
    assertThat(hex(writer)).isEqualTo("00" + "7f" + "8001" + "ac02" + "ffffffffffffffff7f");
  }

  @Test
  void writesIntsInBothOrders() {
    ByteWriter writer = new ByteWriter(1);
    writer.writeInt(0x01020384);
    writer.writeIntLittleEndian(0x01020384);
    writer.writeByte(0x1ff);
    assertThat(hex(writer)).isEqualTo("01020384" + "84030201" + "ff");
  }

  /** In steps of eight bytes that stop at the length. */
  @Test
  void writesShortTexts() {
    byte[] source = new byte[64];
    for (int i = 0; i < source.length; i++) {
      source[i] = (byte) (i + 1);
    }
    for (int length = 0; length < 50; length++) {
      ByteWriter writer = new ByteWriter(0);
      writer.writeByte(99);
      writer.writeShort(source, 3, 3 + length);
      writer.writeByte(98);
      byte[] expected = new byte[length + 2];
      System.arraycopy(source, 3, expected, 1, length);
      expected[0] = 99;
      expected[length + 1] = 98;
      assertThat(writer.toByteArray()).isEqualTo(expected);
    }
  }

  @Test
  void growsAndIsUsedAgain() {
    ByteWriter writer = new ByteWriter(1);
    byte[] bytes = new byte[1000];
    bytes[999] = 7;
    writer.write(bytes, 1, 1000);
    assertThat(writer.length()).isEqualTo(999);
    assertThat(writer.toByteArray()).endsWith(7);
    writer.clear();
    writer.write(bytes, 999, 1000);
    assertThat(hex(writer)).isEqualTo("07");
  }

  /** Doubling 2^30 would overflow. */
  @Test
  void capacityReachesWhatAnArrayHoldsAndNoFurther() {
    assertThat(ByteWriter.largerCapacity(16, 20)).isEqualTo(32);
    assertThat(ByteWriter.largerCapacity(16, 50)).isEqualTo(50);
    assertThat(ByteWriter.largerCapacity(1 << 30, (1 << 30) + 9)).isEqualTo(Integer.MAX_VALUE - 8);
    assertThatThrownBy(() -> ByteWriter.largerCapacity(1 << 30, 1L << 31))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("2147483648 bytes")
        .hasMessageContaining("bucket-weight");
  }
}
