// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class UpperNodesTest {
  /** From {@code word:raw/adjusted} of each. */
  private static Followers followers(String text) {
    Followers followers = new Followers();
    for (String one : text.split(" ", -1)) {
      String[] parts = one.split("[:/]", -1);
      followers.add(Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
    return followers;
  }

  private static void add(UpperNodes nodes, String context, String followers) {
    nodes.add(BlockList.ids(context), followers(followers));
  }

  private static UpperNodes reread(UpperNodes nodes) {
    ByteWriter out = new ByteWriter(16);
    nodes.writeTo(out);
    return UpperNodes.read(new ByteReader().reset(out.bytes(), 0, out.length()));
  }

  private static List<String> texts(UpperNodes nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(
        (context, followers) ->
            texts.add(
                "[%s] %s"
                    .formatted(
                        BlockList.text(context, context.length),
                        FollowerGatheringTest.text(followers))));
    return texts;
  }

  /** What TrieBuilderTest's two buckets know: b is split, and a follows it in both. */
  @Test
  void aSplitContextIsOneChildOfItsParent() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "4", "2:2/1 3:1/1");
    add(nodes, "", "2:2/1 3:1/1 4:4/2");
    UpperNodes others = new UpperNodes();
    add(others, "4", "3:1/1");
    nodes.addAll(others);
    nodes.reportToParents();
    // Not 3:3/3: two buckets hold a after b, but b is one word.
    assertThat(texts(nodes)).containsExactly("[] 2:4/2 3:3/2 4:4/2", "[4] 2:2/1 3:2/2");
  }

  /** Deepest first: [4 5] must have told [4] before [4] tells the root. */
  @Test
  void reportsAscendLevelByLevel() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "4 5", "3:1/1 6:2/1");
    add(nodes, "4 5", "3:5/2");
    add(nodes, "4 7", "3:1/1");
    add(nodes, "4", "3:1/1");
    add(nodes, "", "3:10/1");
    nodes.reportToParents();
    assertThat(texts(nodes))
        .containsExactly("[] 3:18/2 6:2/1", "[4] 3:8/3 6:2/1", "[4 5] 3:6/3 6:2/1", "[4 7] 3:1/1");
  }

  @Test
  void readsBackWhatItWrote() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "", "0:7/3 3:1099511627776/2 2147483647:1/1");
    add(nodes, "1 2 3 4 5 6 7 8 9", "2:1/1");
    nodes.add(new int[] {4}, new Followers());
    ByteWriter out = new ByteWriter(16);
    nodes.writeTo(out);
    UpperNodes read = UpperNodes.read(new ByteReader().reset(out.bytes(), 0, out.length()));
    assertThat(texts(read)).isEqualTo(texts(nodes)).hasSize(3);
    assertThat(read.followers(new int[] {4}).size()).isZero();
    assertThat(read.followers(new int[] {5})).isNull();
    out.writeByte(0);
    assertThatThrownBy(() -> UpperNodes.read(new ByteReader().reset(out.bytes(), 0, out.length())))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("bytes after the last upper node");
  }

  /** Lists come unpacked one at a time; one that was given is not touched by the next. */
  @Test
  void listsThatWereGivenStayGood() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "", "2:3/1 3:4/2");
    add(nodes, "4", "2:2/1 3:1/1");
    add(nodes, "5", "3:7/2 6:1/1");
    UpperNodes read = reread(nodes);
    Followers four = read.followers(new int[] {4});
    Followers five = read.followers(new int[] {5});
    Followers root = read.followers(new int[0]);
    assertThat(FollowerGatheringTest.text(four)).isEqualTo("2:2/1 3:1/1");
    assertThat(FollowerGatheringTest.text(five)).isEqualTo("3:7/2 6:1/1");
    assertThat(FollowerGatheringTest.text(root)).isEqualTo("2:3/1 3:4/2");
    assertThat(read.followers(new int[] {5})).isSameAs(five);
    assertThat(read.followers(new int[] {4})).isNotSameAs(four);
    assertThat(read.followers(new int[0])).isSameAs(root);
    assertThat(read.contexts()).hasSize(3);
  }

  @Test
  void listsThatWereReadCanBeAddedTo() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "4", "2:2/1 3:1/1");
    add(nodes, "5", "3:7/2");
    UpperNodes read = reread(nodes);
    add(read, "4", "1:1/1 3:1/1");
    read.followers(new int[] {5});
    assertThat(texts(read)).containsExactly("[4] 1:1/1 2:2/1 3:2/2", "[5] 3:7/2");
  }

  /** Shard by shard, packed in between; long lists are added up in an array of their own. */
  @Test
  void shardsAddUpWhateverTheLengthOfTheirLists() {
    UpperNodes nodes = new UpperNodes();
    UpperNodes expected = new UpperNodes();
    for (int shard = 1; shard <= 3; shard++) {
      UpperNodes one = new UpperNodes();
      for (String context : List.of("", "4", "7")) {
        Followers partial = new Followers();
        for (int word = shard; word < 400 * shard; word += shard) {
          partial.add(word, 300L * word, word);
        }
        one.add(BlockList.ids(context), partial);
        expected.add(BlockList.ids(context), partial);
      }
      nodes.addAll(one);
    }
    assertThat(texts(nodes)).isEqualTo(texts(expected)).hasSize(3);
    nodes.reportToParents();
    expected.reportToParents();
    assertThat(texts(nodes)).isEqualTo(texts(expected));
  }

  @Test
  void aSumBeyondALongIsAnError() {
    UpperNodes nodes = new UpperNodes();
    add(nodes, "4", "2:9223372036854775807/1");
    assertThatThrownBy(() -> add(nodes, "4", "2:1/1")).isInstanceOf(Failure.class);
  }
}
