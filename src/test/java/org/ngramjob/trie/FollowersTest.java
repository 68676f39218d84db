// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FollowersTest {
  private static Followers followers(int... words) {
    Followers followers = new Followers();
    for (int word : words) {
      followers.add(word, 10L * word, word);
    }
    return followers;
  }

  private static String union(Followers list, Followers others) {
    list.addAll(others);
    return FollowerGatheringTest.text(list);
  }

  @Test
  void listsAreAddedUpWordByWord() {
    assertThat(union(followers(2, 5, 9), followers(1, 5, 7, 12)))
        .isEqualTo("1:10/1 2:20/2 5:100/10 7:70/7 9:90/9 12:120/12");
  }

  @Test
  void listsThatDoNotOverlapAreJoined() {
    assertThat(union(followers(1, 2), followers(3, 4))).isEqualTo("1:10/1 2:20/2 3:30/3 4:40/4");
    assertThat(union(followers(3, 4), followers(1, 2))).isEqualTo("1:10/1 2:20/2 3:30/3 4:40/4");
    assertThat(union(followers(), followers(3))).isEqualTo("3:30/3");
    assertThat(union(followers(3), followers())).isEqualTo("3:30/3");
  }

  @Test
  void aSumBeyondALongIsAnError() {
    Followers most = new Followers();
    most.add(1, Long.MAX_VALUE, 1);
    assertThatThrownBy(() -> most.addAll(followers(1))).hasMessageContaining("2^63");
  }

  /** Against a map, list after list, so that arrays grow. */
  @Test
  void manyListsAddUp() {
    Random random = new Random(5);
    Followers sum = new Followers();
    TreeMap<Integer, Long> expected = new TreeMap<>();
    for (int round = 0; round < 40; round++) {
      Followers more = new Followers();
      int word = -1;
      for (int i = random.nextInt(60); i > 0; i--) {
        word += 1 + random.nextInt(1 + 4 * round);
        more.add(word, 1 + i, 1);
        expected.merge(word, 1L + i, Long::sum);
      }
      sum.addAll(more);
      assertThat(sum.size()).isEqualTo(expected.size());
    }
    int i = 0;
    for (var one : expected.entrySet()) {
      assertThat(sum.word(i)).isEqualTo(one.getKey());
      assertThat(sum.raw(i++)).isEqualTo(one.getValue());
    }
  }
}
