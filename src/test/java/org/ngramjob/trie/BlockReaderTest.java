// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class BlockReaderTest {
  @Test
  void readsOneBlockAfterAnother() throws IOException {
    String[] stripes = {
      "1: 2x1", "3 1: 4x1 5x2 6x3", "3 4: 2x1099511627776", "3 2147483646: 0x1 2147483647x2"
    };
    BlockReader reader = new BlockReader(3);
    for (String stripe : stripes) {
      byte[] block = BlockList.of(3, BlockList.oneBucket(), 99, stripe).bytes(0);
      reader.open(block, block.length);
      assertThat(reader.next()).isTrue();
      assertThat(BlockList.text(reader.stripe())).isEqualTo(stripe);
      assertThat(reader.next()).isFalse();
    }
  }

  @Test
  void knowsWhereItEndsWithoutReading() throws IOException {
    BlockList blocks = BlockList.of(3, BlockList.oneBucket(), 99, "3 1: 2x1", "4 5: 2x1");
    BlockReader reader = new BlockReader(3);
    reader.open(blocks.bytes(0), blocks.bytes(0).length);
    assertThat(reader.endsBefore(new int[] {4, 5}, 2)).isFalse();
    assertThat(reader.endsBefore(new int[] {4, 6}, 2)).isTrue();
    assertThat(reader.endsBefore(new int[] {4}, 1)).isFalse();
  }

  /** Blocks of order 3 for {@code 4 5: 7x1} (40 04 05 07 and the last context), spoiled. */
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', no bytes",
    "00, nothing but the end",
    "05, a last context longer than the order allows",
    "ff, a last context of negative length",
    "0000000402, a last context that does not fit",
    "41040507000000040000000502, shares an id with nothing",
    "4004050742000000040000000502, the same context again",
    "40040507410000000400000005, cut",
    "70040500000000040000000502, no followers",
    "7004058080808008000000040000000502, more followers than an int",
    "7004057f070000000400000005 02, more followers than bytes",
    "0004050700000000040000000502, a count of 0",
    "5004058080808007ffffffff07000000040000000502, a word beyond the greatest id",
    "4004050740ffffffff070507000000040000000502, an id beyond the greatest"
  })
  void damageIsNamed(String hex, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    BlockReader reader = new BlockReader(3);
    assertThatThrownBy(
            () -> {
              reader.open(bytes, bytes.length);
              while (reader.next()) {
                assertThat(reader.stripe().depth()).isEqualTo(2);
              }
            })
        .as(why)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("corrupt");
  }
}
