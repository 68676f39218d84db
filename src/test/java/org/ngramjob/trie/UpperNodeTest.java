// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class UpperNodeTest {
  /** Added up in place where eight ids hold a follower, merged where there are more, or both. */
  @ParameterizedTest
  @CsvSource({"200", "2000", "100000", "2000000000"})
  void asASortedMap(int ids) {
    Random random = new Random(ids);
    TreeMap<Integer, long[]> expected = new TreeMap<>();
    UpperNode node = new UpperNode();
    for (int bucket = 0; bucket < 40; bucket++) {
      TreeMap<Integer, long[]> known = new TreeMap<>();
      for (int i = random.nextInt(200); i > 0; i--) {
        known.put(random.nextInt(ids), new long[] {5 + random.nextInt(9), 1 + random.nextInt(5)});
      }
      Followers partial = new Followers();
      known.forEach((word, counts) -> partial.add(word, counts[0], counts[1]));
      node.add(partial);
      known.forEach(
          (word, counts) ->
              expected.merge(word, counts, (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]}));
      if (bucket % 13 == 12) {
        assertThat(FollowerGatheringTest.text(node.followers())).isEqualTo(text(expected));
      }
    }
    assertThat(FollowerGatheringTest.text(node.followers())).isEqualTo(text(expected));
  }

  private static String text(Map<Integer, long[]> expected) {
    Followers followers = new Followers();
    expected.forEach((word, counts) -> followers.add(word, counts[0], counts[1]));
    return FollowerGatheringTest.text(followers);
  }

  /** Merged and in place. */
  @ParameterizedTest
  @CsvSource({"3", "1000000"})
  void overflowIsAnError(int word) {
    Followers most = new Followers();
    most.add(word, Long.MAX_VALUE, 1);
    Followers one = new Followers();
    one.add(word, 1, 1);
    UpperNode node = UpperNode.of(most);
    assertThatThrownBy(() -> node.add(one)).isInstanceOf(Failure.class);
  }
}
