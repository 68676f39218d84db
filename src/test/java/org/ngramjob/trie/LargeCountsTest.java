// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

/** Counts of a text of trillions of words, far beyond an int. */
class LargeCountsTest {
  private static final long MANY = 1L << 40;
  private static final BucketTable BUCKETS = BucketTable.of(List.of(new int[0], new int[] {4, 3}));

  /**
   * Twice the same blocks: "3 1" has 4 twice MANY times, "4 1" and "4 3", on both sides of a
   * boundary, have 3 twice MANY and twice MANY + 1 times.
   */
  @Test
  void countsBeyondAnIntAreExact() throws IOException {
    BlockList blocks = run(MANY);
    blocks.addAll(run(MANY));
    byte[] file = ShardFixture.write(3, BUCKETS, blocks);
    assertThat(ShardFixture.nodes(BUCKETS, file))
        .containsExactly(
            "[] 3:%d/1 4:%d/1".formatted(4 * MANY + 2, 2 * MANY),
            "[3] 4:%d/1".formatted(2 * MANY),
            "[3 1] 4:%d/%1$d".formatted(2 * MANY),
            "[4] 3:%d/2".formatted(4 * MANY + 2),
            "[4 1] 3:%d/%1$d".formatted(2 * MANY),
            "[4 3] 3:%d/%1$d".formatted(2 * MANY + 2));
    CountStatistics statistics =
        CountShardFooter.of(ShardFixture.footer(file, "shard")).statistics();
    assertThat(statistics.total(3)).isEqualTo(6 * MANY + 2);
    assertThat(statistics.rawCountOfCount(3, 1)).isZero();
  }

  private static BlockList run(long many) throws IOException {
    return BlockList.of(3, BUCKETS, 99, "3 1: 4x" + many, "4 1: 3x" + many, "4 3: 3x" + (many + 1));
  }

  /** Of one context in two runs. */
  @Test
  void overflowInAMergeIsAnError() throws IOException {
    BlockList blocks = run(1L << 62);
    blocks.addAll(run(1L << 62));
    assertThatThrownBy(() -> blocks.sorted().merged(3))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("4611686018427387904")
        .hasMessageContaining("more than 2^63 - 1");
  }

  /** Of one follower in two children of [4]. */
  @Test
  void overflowInTheTrieIsAnError() throws IOException {
    BucketTable one = BlockList.oneBucket();
    BlockList blocks = BlockList.of(3, one, 99, "4 1: 3x" + Long.MAX_VALUE, "4 3: 3x1");
    assertThatThrownBy(() -> ShardFixture.write(3, one, blocks)).isInstanceOf(Failure.class);
  }

  /** Of two pieces of [4]. */
  @Test
  void overflowInUpperNodesIsAnError() throws IOException {
    BlockList blocks = BlockList.of(3, BUCKETS, 99, "4 1: 3x" + Long.MAX_VALUE, "4 3: 3x1");
    assertThatThrownBy(() -> ShardFixture.write(3, BUCKETS, blocks)).isInstanceOf(Failure.class);
  }

  /** Of two followers of one context: their sum is the context's total. */
  @Test
  void overflowOfATotalIsAnError() throws IOException {
    BucketTable one = BlockList.oneBucket();
    BlockList blocks = BlockList.of(2, one, 99, "4: 3x" + Long.MAX_VALUE + " 5x1");
    assertThatThrownBy(() -> ShardFixture.write(2, one, blocks)).isInstanceOf(Failure.class);
  }
}
