// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class WordDifferenceTest {
  private final WordDifference difference = new WordDifference("/window", "/day");

  private void add(String word, long count, boolean taken) {
    byte[] utf8 = ("(" + word + ")").getBytes(UTF_8);
    difference.add(utf8, 1, utf8.length - 1, WordDifference.code(count, taken));
  }

  private Map<String, Long> drain() throws Exception {
    Map<String, Long> left = new TreeMap<>();
    difference.drain(
        (utf8, from, to, count) ->
            assertThat(left.put(new String(utf8, from, to - from, UTF_8), count)).isNull());
    return left;
  }

  @Test
  void countsTravelTwofoldAndOddWhereTheyAreTaken() {
    assertThat(WordDifference.code(3, false)).isEqualTo(6);
    assertThat(WordDifference.code(3, true)).isEqualTo(7);
    assertThatThrownBy(() -> WordDifference.code(1L << 62, false))
        .isInstanceOf(ArithmeticException.class);
  }

  /** 5·10⁹ - 1 - 2, 3 - 3, 1; 7 - 2 sentences. */
  @Test
  void takesWhateverComesFirst() throws Exception {
    add("的", 1, true);
    add("词性", 3, true);
    add("的", 5_000_000_000L, false);
    add("", 2, true);
    add("词性", 1, false);
    add("是", 1, false);
    add("词性", 2, false);
    add("的", 2, true);
    add("", 7, false);
    assertThat(drain()).isEqualTo(Map.of("的", 4_999_999_997L, "是", 1L, "", 5L));
  }

  @Test
  void beginsAnew() throws Exception {
    add("的", 2, false);
    add("的", 1, true);
    assertThat(drain()).isEqualTo(Map.of("的", 1L));
    assertThat(drain()).isEmpty();
    add("的", 4, false);
    assertThat(drain()).isEqualTo(Map.of("的", 4L));
  }

  @Test
  void refusesToLeaveLessThanNothing() {
    add("词性", 2, true);
    add("词性", 2, false);
    add("词性", 1, true);
    assertThatThrownBy(this::drain)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "/day is no part of /window: it has the word 词性 3 times, the latter 2 times;"
                + " take away only what was added, once");
  }

  @Test
  void callsTheEmptyWordSentenceEnds() {
    add("", 1, true);
    assertThatThrownBy(this::drain)
        .hasMessageContaining("it has sentence ends 1 times, the latter 0 times");
  }
}
