// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.CountHeader.OrderSums;

class CountHeaderTest {
  private static CountHeader header() {
    CountStatistics statistics = new CountStatistics(2);
    Followers followers = new Followers();
    followers.add(3, 2, 1);
    followers.add(4, 1099511627776L, 6);
    statistics.addAll(0, followers);
    statistics.addAll(1, followers);
    return CountHeader.of(statistics, 7);
  }

  @Test
  void statesTheSums() {
    assertThat(header().order()).isEqualTo(2);
    assertThat(header().buckets()).isEqualTo(7);
    assertThat(header().orders().get(1))
        .isEqualTo(
            new OrderSums(
                2,
                1099511627778L,
                7,
                List.of(0L, 1L, 0L, 0L, 0L, 0L),
                List.of(1L, 0L, 0L, 0L, 0L, 1L)));
  }

  @Test
  void readsBackWhatItWrote() {
    assertThat(CountHeader.fromJson(header().toJson(), "header.json")).isEqualTo(header());
  }

  @Test
  void aLaterFormatIsNamed() {
    assertThatThrownBy(() -> CountHeader.fromJson("{\"version\": 9, \"order\": 1}", "h"))
        .isInstanceOf(Failure.class)
        .hasMessage("h has format 9, this program reads format 1; count again");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "3",
        "PK\u0003\u0004",
        "{\"version\": 1}",
        "{\"version\": 1, \"order\": 0, \"buckets\": 1, \"orders\": []}",
        "{\"version\": 1, \"order\": 1, \"buckets\": 1, \"orders\": [null]}",
        "{\"version\": 1, \"order\": 1, \"buckets\": 1, \"orders\": [{\"ngrams\": 1}]}"
      })
  void whatIsNoHeaderIsRefused(String json) {
    assertThatThrownBy(() -> CountHeader.fromJson(json, "h"))
        .isInstanceOf(Failure.class)
        .hasMessage("h is no header of counts or is cut; count again");
  }

  /** Cut anywhere, or with one character changed: a header or a Failure. */
  @Test
  void damageIsAFailure() {
    String json = header().toJson();
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      int at = random.nextInt(json.length());
      String damaged =
          i % 3 == 0
              ? json.substring(0, at)
              : json.substring(0, at)
                  + "0,]}\"x-e.n".charAt(random.nextInt(10))
                  + json.substring(at + 1);
      try {
        CountHeader read = CountHeader.fromJson(damaged, "h");
        assertThat(read.orders()).hasSize(read.order());
      } catch (Failure e) {
        assertThat(e).hasMessageStartingWith("h ").hasMessageNotContaining("\n");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1500);
  }
}
