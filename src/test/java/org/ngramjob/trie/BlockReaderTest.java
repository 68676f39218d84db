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

  /**
   * Blocks of order 3 for {@code 4 5: 7x1} (40 04 05 07 and the last context), spoiled. Offsets are
   * those in the stripes, where they end is what stands before the last context.
   */
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', no bytes, block of 0 bytes: its last context has length -1",
    "00, nothing but the end, block of 1 bytes: its last context has length 0",
    "05, a last context longer than the order allows, block of 1 bytes: its last context has length 5",
    "ff, a last context of negative length, block of 1 bytes: its last context has length -1",
    "0000000402, a last context that does not fit, block of 5 bytes: its last context has length 2",
    "410405 000000040000000502, shares an id with nothing, counts: a context that does not ascend at offset 1 of 3",
    "4004050742 000000040000000502, the same context again, counts: a context that does not ascend at offset 5 of 5",
    "400405 000000040000000502, cut after a context, counts: bytes end or overflow at offset 3 of 3",
    "4004050740 000000040000000502, cut after the flags, counts: bytes end or overflow at offset 5 of 5",
    "70040500 000000040000000502, no followers, counts: a context without followers at offset 4 of 4",
    "7004058080808008 000000040000000502, more followers than an int, counts: bytes end or overflow at offset 8 of 8",
    "7004057f07 000000040000000502, more followers than bytes, counts: bytes end or overflow at offset 5 of 5",
    "0004050700 000000040000000502, a count of 0, counts: a word or count out of range at offset 5 of 5",
    "5004058080808007ffffffff07 000000040000000502, a word beyond the greatest id, counts: a word or count out of range at offset 13 of 13",
    "4004050740ffffffff070507 000000040000000502, an id beyond the greatest, counts: an id out of range at offset 10 of 12"
  })
  void damageIsNamed(String hex, String why, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    BlockReader reader = new BlockReader(3);
    String what =
        message.startsWith("block")
            ? "the map output is damaged, run the job again"
            : "the file is damaged or cut, make it again";
    assertThatThrownBy(
            () -> {
              reader.open(bytes, bytes.length);
              while (reader.next()) {
                assertThat(reader.stripe().depth()).isEqualTo(2);
              }
            })
        .as(why)
        .isInstanceOf(Failure.class)
        .hasMessage("corrupt " + message + "; " + what);
  }
}
