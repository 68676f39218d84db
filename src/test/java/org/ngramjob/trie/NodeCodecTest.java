// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class NodeCodecTest {
  private static Followers followers(long... triples) {
    Followers followers = new Followers();
    for (int i = 0; i < triples.length; i += 3) {
      followers.add((int) triples[i], triples[i + 1], triples[i + 2]);
    }
    return followers;
  }

  private static String hex(ByteWriter out) {
    return HexFormat.of().formatHex(out.toByteArray());
  }

  /**
   * One follower, all ones (4), adjusted is raw (8): 0c; distance 5; word 2. Two followers (1), two
   * children (2 &lt;&lt; 4): 21; distance 0; word 2, adjusted 1, raw 3 more by 2; word 4 one beyond
   * the next, adjusted 2, raw 2.
   */
  @Test
  void bytesWorkedByHand() {
    ByteWriter leaf = new ByteWriter(9);
    NodeCodec.write(leaf, 2, 5, true, 0, followers(2, 1, 1));
    assertThat(hex(leaf)).isEqualTo("0c0502");
    ByteWriter inner = new ByteWriter(9);
    NodeCodec.write(inner, 1, 0, false, 2, followers(2, 3, 1, 4, 2, 2));
    assertThat(hex(inner)).isEqualTo("2100" + "020102" + "010200");
    ByteWriter root = new ByteWriter(9);
    NodeCodec.writePartial(root, 0, 0, false, 300);
    assertThat(hex(root)).isEqualTo("40ac02");
  }

  @Test
  void leavesAreTheLongestAndThoseThatBeginTheSentence() {
    assertThat(NodeCodec.isLeaf(3, 2, 7)).isTrue();
    assertThat(NodeCodec.isLeaf(3, 1, 1)).isTrue();
    assertThat(NodeCodec.isLeaf(3, 1, 7)).isFalse();
    assertThat(NodeCodec.isLeaf(1, 0, -1)).isTrue();
    assertThat(NodeCodec.isLeaf(2, 0, -1)).isFalse();
  }

  @Test
  void readsBackAnyNode() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      Followers followers = new Followers();
      int word = -1;
      boolean same = random.nextBoolean();
      int bits = random.nextInt(60);
      for (int i = random.nextInt(8); i >= 0; i--) {
        word += 1 + random.nextInt(1 << 24);
        long adjusted = 1 + (random.nextLong() >>> (63 - bits));
        followers.add(word, same ? adjusted : adjusted + random.nextInt(3), adjusted);
      }
      int children = random.nextInt(6);
      int distance = random.nextInt(100);
      ByteWriter out = new ByteWriter(9);
      NodeCodec.write(out, 1, distance, false, children, followers);
      TrieNode node = new TrieNode();
      ByteReader in = new ByteReader().reset(out.bytes(), 0, out.length());
      NodeCodec.read(in, 3, 1, node, 1000);
      assertThat(in.hasMore()).isFalse();
      assertThat(node.id()).isEqualTo(1000 + distance);
      assertThat(node.children).isEqualTo(children);
      assertThat(node.isUpper() || node.isLeaf()).isFalse();
      assertThat(FollowerGatheringTest.text(node.followers()))
          .isEqualTo(FollowerGatheringTest.text(followers));
    }
  }

  /** Nodes of depth 1 of order 3, whose sibling before has the id 4. */
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', nothing, bytes end or overflow at offset 0 of 0",
    "1cffffffff0702, an id beyond the greatest, an id out of range at offset 6 of 7",
    "1c00, no follower, bytes end or overflow at offset 2 of 2",
    "1d00ffffffff0700, a word beyond the greatest id, a word or count out of range at offset 8 of 8",
    "1000020001, an adjusted count of 0, a word or count out of range at offset 5 of 5",
    "10000201ffffffffffffffff7f, a raw count beyond a long, a word or count out of range at offset 13 of 13",
    "1f008080808008, more followers than an int, bytes end or overflow at offset 7 of 7",
    "1f00ffffffff0702, more followers than bytes, bytes end or overflow at offset 8 of 8",
    "0c008080808008, more children than an int, bytes end or overflow at offset 7 of 7"
  })
  void damageIsNamed(String hex, String why, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    ByteReader in = new ByteReader().reset(bytes, 0, bytes.length);
    assertThatThrownBy(() -> NodeCodec.read(in, 3, 1, new TrieNode(), 4))
        .as(why)
        .isInstanceOf(Failure.class)
        .hasMessage("corrupt counts: " + message + "; the file is damaged or cut, make it again");
  }
}
