// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;

class ByteReaderTest {
  private static ByteReader reader(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new ByteReader().reset(bytes, 0, bytes.length);
  }

  @Test
  void readsBackNumbersOfEveryLength() {
    ByteWriter writer = new ByteWriter(16);
    Random random = new Random(3);
    long[] numbers = new long[1000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextLong() >>> (1 + i % 63);
      writer.writeVarLong(numbers[i]);
      writer.writeInt((int) numbers[i]);
    }
    ByteReader reader = new ByteReader().reset(writer.bytes(), 0, writer.length());
    for (long number : numbers) {
      assertThat(reader.readVarLong()).isEqualTo(number);
      assertThat(reader.readInt()).isEqualTo((int) number);
    }
    assertThat(reader.hasMore()).isFalse();
    assertThat(reader.position()).isEqualTo(writer.length());
  }

  @Test
  void staysWithinItsRange() {
    byte[] bytes = {1, 2, 3};
    ByteReader reader = new ByteReader().reset(bytes, 1, 2);
    assertThat(reader.readByte()).isEqualTo(2);
    assertThatThrownBy(reader::readByte)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("at offset 2 of 2");
    assertThatThrownBy(() -> reader.reset(bytes, 1, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "80", "ffffffffffffffffff", "ffffffffffffffffff01"})
  void longsThatEndTooEarlyOrTooLateAreRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).readVarLong()).isInstanceOf(Failure.class);
  }

  /** 2^31 is ten times seven bits too many for an int by one. */
  @Test
  void intsEndAtTheirGreatest() {
    assertThat(reader("ffffffff07").readVarInt()).isEqualTo(Integer.MAX_VALUE);
    assertThatThrownBy(() -> reader("8080808008").readVarInt()).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> reader("0000").readInt()).isInstanceOf(Failure.class);
  }
}
