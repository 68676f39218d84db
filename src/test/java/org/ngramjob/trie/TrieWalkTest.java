// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * What walks find, {@link TrieChainTest} holds; here, what they meet when, and what they refuse.
 */
class TrieWalkTest {
  private static final BucketTable BUCKETS = BucketTable.of(List.of(new int[0], new int[] {4, 3}));

  private byte[] file;
  private UpperNodes upper;

  @BeforeEach
  void write() throws IOException {
    file =
        ShardFixture.write(
            3,
            BUCKETS,
            BlockList.of(3, BUCKETS, 99, "1: 3x1 4x1", "3 1: 4x1", "4 1: 2x1", "4 3: 3x1"));
    upper = CountShardFooter.of(ShardFixture.footer(file, "shard")).upper();
  }

  private byte[] bucket(int number) {
    return ShardFixture.bytes(file, ShardFixture.footer(file, "shard").buckets().get(number));
  }

  /** {@code +} where a node is entered, {@code -} where it is left; depth and id. */
  private List<String> walk(int number, byte[] bytes) throws IOException {
    List<String> steps = new ArrayList<>();
    TrieVisitor visitor =
        new TrieVisitor() {
          @Override
          public void enter(TrieNode[] nodes, int depth) {
            TrieNode node = nodes[depth];
            steps.add(
                "+%d %d%s%s%s"
                    .formatted(
                        depth,
                        node.id(),
                        node.isLeaf() ? " leaf" : "",
                        node.isUpper() ? " upper" : "",
                        node.isOwned() ? "" : " of another"));
          }

          @Override
          public void leave(TrieNode[] nodes, int depth) {
            steps.add("-" + depth);
          }
        };
    new TrieWalk(3, BUCKETS, upper).walk(number, bytes, bytes.length, visitor);
    return steps;
  }

  /**
   * A context that ends in {@code <s>} has nothing below it; 4 is split, the first part owns it.
   */
  @Test
  void entersAndLeavesEveryNode() throws IOException {
    assertThat(walk(0, bucket(0)))
        .containsExactly(
            "+0 -1 upper",
            "+1 1 leaf",
            "-1",
            "+1 3",
            "+2 1 leaf",
            "-2",
            "-1",
            "+1 4 upper",
            "+2 1 leaf",
            "-2",
            "-1",
            "-0");
    assertThat(walk(1, bucket(1)))
        .containsExactly(
            "+0 -1 upper of another", "+1 4 upper of another", "+2 3 leaf", "-2", "-1", "-0");
  }

  private void assertRefused(byte[] bytes, String message) {
    assertThatThrownBy(() -> walk(1, bytes))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(message);
  }

  /** The bucket begins with the lengths of its sections: three bytes. */
  @Test
  void bytesThatDoNotBelongThereAreRefused() {
    byte[] bytes = bucket(1);
    int length = bytes.length;
    assertRefused(
        Arrays.copyOf(bytes, length + 1),
        ("corrupt counts: bytes after the last node of bucket 1 at offset 3 of %d;"
                + " the file is damaged or cut, make it again")
            .formatted(length + 1));
    assertRefused(
        Arrays.copyOf(bytes, length - 1),
        ("corrupt counts: a bucket that is shorter than its 3 sections at offset 3 of %d;"
                + " the file is damaged or cut, make it again")
            .formatted(length - 1));
    byte[] longer = Arrays.copyOf(bytes, length + 1);
    longer[2]++;
    assertRefused(
        longer,
        ("corrupt counts: bytes after the last node of bucket 1 at offset 3 of %d;"
                + " the file is damaged or cut, make it again")
            .formatted(length + 1));
  }

  @Test
  void upperNodesOfAnotherRunAreRefused() {
    upper = new UpperNodes();
    upper.add(new int[0], new Followers());
    assertRefused(
        bucket(1),
        "the upper nodes lack a context of bucket 1: shards and upper nodes are of different runs;"
            + " count again");
  }
}
