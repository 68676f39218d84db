// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;

/** {@link ModelShardTest} has heads that cannot be. */
class ShardLevelTest {
  private static Followers followers(long... pairs) {
    Followers followers = new Followers();
    for (int i = 0; i < pairs.length; i += 2) {
      followers.add((int) pairs[i], pairs[i + 1], pairs[i + 1]);
    }
    return followers;
  }

  private static ModelShard open(ByteWriter out) {
    return ModelShard.open(ByteBuffer.wrap(out.toByteArray()), "shard");
  }

  /** Contexts 3 (with 7 3 and 9 3), 300 (with 4 300) and 301, three followers, none and one. */
  private static ShardLevel counts() {
    ModelShardWriter writer = new ModelShardWriter(3, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, followers(3, 1));
    writer.add(1, 3, followers(4, 2, 500, 1, 501, 7));
    writer.add(2, 7, followers(4, 1));
    writer.add(2, 9, followers(4, 1));
    writer.add(1, 300, null);
    writer.add(2, 4, followers(8, 1));
    writer.add(1, 301, followers(6, 1));
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    return open(out).level(1);
  }

  @Test
  void nodesHaveRangesOfChildrenAndFollowers() {
    ShardLevel level = counts();
    assertThat(level.nodes()).isEqualTo(3);
    int[][] expected = {{3, 0, 2, 0, 3}, {300, 2, 3, 3, 3}, {301, 3, 3, 3, 4}};
    for (int node = 0; node < expected.length; node++) {
      int[] ranges = expected[node];
      assertThat(level.ids().getInt(node)).isEqualTo(ranges[0]);
      assertThat(level.childRange(node)).isEqualTo(ListIndex.range(ranges[1], ranges[2]));
      assertThat(level.followerRange(node)).isEqualTo(ListIndex.range(ranges[3], ranges[4]));
    }
    assertThat(level.siblings().find(ListIndex.range(0, 3), 300)).isEqualTo(1);
    assertThat(level.lists().find(level.followerRange(0), 501)).isEqualTo(2);
    assertThat(level.lists().find(level.followerRange(0), 6)).isEqualTo(-1);
  }

  /** The node behind the last one has ranges too, which begin where those of the last one end. */
  @Test
  void partsInOneReadAreThoseOfTheColumns() {
    ShardLevel level = counts();
    for (int node = 0; node <= level.nodes(); node++) {
      long parts = level.nodeParts(node);
      assertThat(parts).isNotNegative();
      assertThat(level.child(parts, node)).isEqualTo(level.children().getInt(node));
      assertThat(level.follower(parts, node)).isEqualTo(level.followers().getInt(node));
    }
    assertThat(level.child(level.nodeParts(2), 2)).isEqualTo(3);
    assertThat(level.follower(level.nodeParts(3), 3)).isEqualTo(4);
    for (int node = 0; node < level.nodes(); node++) {
      assertThat(level.state(level.nodeParts(node), node)).isEqualTo(level.states().getInt(node));
    }
    assertThat(level.states().getInt(0)).isNotEqualTo(level.states().getInt(2));
    int[] words = {4, 500, 501, 6};
    long[] counts = {2, 1, 7, 1};
    for (int i = 0; i < words.length; i++) {
      long parts = level.followerParts(i);
      assertThat(level.word(parts, i)).isEqualTo(words[i]);
      assertThat(level.countOfCode(level.value(parts, i))).isEqualTo(counts[i]);
      assertThat(level.count(i)).isEqualTo(counts[i]);
    }
  }

  /** 1, 2, 3 in a row are their own codes less 1; what is beyond an int is in the table. */
  @Test
  void countsHaveCodes() {
    long[] counts = {5_000_000_000L, 1, 2, 3, 7, 2, 1L << 56};
    Followers followers = new Followers();
    for (int i = 0; i < counts.length; i++) {
      followers.add(3 + i, counts[i], counts[i]);
    }
    ModelShardWriter writer = new ModelShardWriter(1, CountKind.RAW, CountCutoffs.NONE);
    writer.add(0, -1, followers);
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    ShardLevel level = open(out).level(0);
    assertThat(LongStream.range(0, counts.length).map(i -> level.count((int) i)).toArray())
        .isEqualTo(counts);
    assertThat(LongStream.range(0, 6).map(code -> level.countOfCode((int) code)).toArray())
        .containsExactly(1, 2, 3, 7, 5_000_000_000L, 1L << 56);
  }

  /**
   * 15 bits for a child, 15 for a follower and 32 for the weight: a read of 57 bits has no room.
   */
  @Test
  void partsThatAreTooWideComeFromTheColumns() {
    int contexts = 20_000;
    LogShardWriter writer = new LogShardWriter(3);
    writer.addContext(0, 0, 0);
    for (int id = 0; id < contexts; id++) {
      writer.addContext(1, id, -0.5f - id);
      writer.addFollower(1, id % 7, -1 - id);
      writer.addContext(2, id % 5, 0);
    }
    ByteWriter out = new ByteWriter(64);
    writer.writeTo(out);
    ShardLevel level = open(out).level(1);
    for (int node : new int[] {0, 1, 12_345, contexts - 1}) {
      long parts = level.nodeParts(node);
      assertThat(parts).isEqualTo(-1);
      assertThat(level.child(parts, node)).isEqualTo(node);
      assertThat(level.follower(parts, node)).isEqualTo(node);
      assertThat(Float.intBitsToFloat(level.state(parts, node))).isEqualTo(-0.5f - node);
      long follower = level.followerParts(node);
      assertThat(follower).as("3 and 32 bits").isNotNegative();
      assertThat(level.word(follower, node)).isEqualTo(node % 7);
      assertThat(Float.intBitsToFloat(level.value(follower, node))).isEqualTo(-1 - node);
    }
    assertThat(level.child(level.nodeParts(contexts), contexts)).isEqualTo(contexts);
  }
}
