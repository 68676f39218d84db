// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
  /**
   * Flags of "1": two followers (1 &lt;&lt; 4), all ones (64): 50; id 1, followers 2 and, one
   * between, 4. Of "4 5": two followers, counts told; 4 is 2 beyond the next id after 1. Of "4 8":
   * one id shared, one follower, all ones; 8 is 2 beyond the next after 5. Then the last context.
   */
  @Test
  void bytesWorkedByHand() throws IOException {
    BlockList blocks =
        BlockList.of(3, BlockList.oneBucket(), 1000, "1: 2x1 4x1", "4 5: 7x1 9x300", "4 8: 3x1");
    assertThat(blocks.size()).isOne();
    assertThat(blocks.context(0)).isEqualTo("1");
    assertThat(HexFormat.of().formatHex(blocks.bytes(0)))
        .isEqualTo("50010201" + "100205" + "0701" + "01ac02" + "410203" + "000000040000000802");
  }

  /** Four followers: the number is told. */
  @Test
  void manyFollowersWorkedByHand() throws IOException {
    BlockList blocks = BlockList.of(1, BlockList.oneBucket(), 1000, ": 2x1 3x1 4x1 5x1");
    assertThat(HexFormat.of().formatHex(blocks.bytes(0))).isEqualTo("7004" + "02000000" + "00");
  }

  @Test
  void noBlockCrossesABucket() throws IOException {
    BucketTable buckets = BucketTable.of(List.of(new int[0], new int[] {4, 8}, new int[] {5}));
    BlockList blocks =
        BlockList.of(3, buckets, 1000, "1: 2x1", "4 5: 2x1", "4 8: 2x1", "4 9: 2x1", "6 3: 2x1");
    assertThat(blocks.size()).isEqualTo(3);
    assertThat(blocks.stripes(3, 0)).containsExactly("1: 2x1", "4 5: 2x1");
    assertThat(blocks.stripes(3, 1)).containsExactly("4 8: 2x1", "4 9: 2x1");
    assertThat(blocks.stripes(3, 2)).containsExactly("6 3: 2x1");
  }

  @Test
  void blocksEndWhenTheyAreFull() throws IOException {
    List<String> stripes = new ArrayList<>();
    for (int id = 3; id < 103; id++) {
      stripes.add(id + ": 2x1 3x1");
    }
    BlockList blocks = BlockList.of(2, BlockList.oneBucket(), 40, stripes.toArray(String[]::new));
    // A stripe takes 4 bytes, so the tenth fills the block.
    assertThat(blocks.size()).isEqualTo(10);
    assertThat(blocks.context(1)).isEqualTo("13");
    assertThat(blocks.stripes(2)).isEqualTo(stripes);
  }

  /** Blocks of 32 bytes take four followers of one context each. */
  @Test
  void aLongListGoesOnInTheNextBlocks() throws IOException {
    BlockList blocks =
        BlockList.of(
            2, BlockList.oneBucket(), 32, "3: 2x1", "4: 1x9 2x8 3x7 4x6 5x5 6x4 7x3 8x2 9x1");
    assertThat(blocks.stripes(2))
        .containsExactly("3: 2x1", "4: 1x9 2x8 3x7 4x6", "4: 5x5 6x4 7x3 8x2", "4: 9x1");
    assertThat(blocks.size()).isEqualTo(3);
    assertThat(blocks.context(0)).isEqualTo("3");
    assertThat(blocks.context(2)).isEqualTo("4");
    assertThat(blocks.merged(2))
        .containsExactly("3: 2x1", "4: 1x9 2x8 3x7 4x6 5x5 6x4 7x3 8x2 9x1");
  }
}
