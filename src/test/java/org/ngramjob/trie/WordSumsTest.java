// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class WordSumsTest {
  private final WordSums sums = new WordSums();
  private final Followers followers = new Followers();

  private String drained(int greatest) {
    followers.clear();
    sums.drainTo(followers, greatest);
    return FollowerGatheringTest.text(followers);
  }

  /** On both sides of a word of the bit map, and nothing left for the next list. */
  @Test
  void ascendingWithSumsAndSources() {
    sums.reserve(64);
    sums.add(64, 2);
    sums.add(0, 7);
    sums.add(63, 1);
    sums.add(64, 3);
    assertThat(drained(64)).isEqualTo("0:7/1 63:1/1 64:5/2");
    assertThat(drained(64)).isEmpty();
    sums.reserve(1000);
    sums.add(1000, 1);
    sums.add(64, 1);
    assertThat(drained(1000)).isEqualTo("64:1/1 1000:1/1");
  }

  @Test
  void adjustedCountsMayBeGiven() {
    sums.reserve(9);
    sums.add(9, 5, 2);
    sums.add(9, 7, 3);
    sums.add(3, 1, 1);
    assertThat(drained(9)).isEqualTo("3:1/1 9:12/5");
    assertThat(drained(9)).isEmpty();
  }

  /** 256 ids a number at most, and no id that needs more than 2^21 places. */
  @Test
  void longListsOfFrequentWordsSuit() {
    assertThat(WordSums.suit(25, 25 * 256)).isTrue();
    assertThat(WordSums.suit(25, 26 * 256)).isFalse();
    assertThat(WordSums.suit(1 << 20, (1 << 21) - 1)).isTrue();
    assertThat(WordSums.suit(1 << 20, 1 << 21)).isFalse();
    sums.reserve((1 << 21) - 1);
    sums.add((1 << 21) - 1, 4);
    assertThat(drained((1 << 21) - 1)).isEqualTo("2097151:4/1");
  }

  @Test
  void overflowIsAnError() {
    sums.reserve(3);
    sums.add(3, Long.MAX_VALUE);
    assertThatThrownBy(() -> sums.add(3, 1)).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> sums.add(3, 1, 1)).isInstanceOf(Failure.class);
    sums.add(2, 1, Long.MAX_VALUE);
    assertThatThrownBy(() -> sums.add(2, 1, 1)).isInstanceOf(Failure.class);
  }
}
