// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;

class CountStatisticsTest {
  private static CountStatistics of(int depth, long... pairs) {
    Followers followers = new Followers();
    for (int i = 0; i < pairs.length; i += 2) {
      followers.add(i, pairs[i], pairs[i + 1]);
    }
    CountStatistics statistics = new CountStatistics(2);
    statistics.addAll(depth, followers);
    return statistics;
  }

  /** Raw 1, 6, 7, 6 and adjusted 1, 1, 7, 6. */
  @Test
  void addsUp() {
    CountStatistics sum = of(1, 1, 1, 6, 1);
    sum.add(of(1, 7, 7));
    sum.add(of(1, 6, 6));
    sum.add(of(0, 5, 4));
    ByteWriter out = new ByteWriter(9);
    sum.writeTo(out);
    CountStatistics read =
        CountStatistics.read(2, new ByteReader().reset(out.bytes(), 0, out.length()));
    for (CountStatistics statistics : new CountStatistics[] {sum, read}) {
      assertThat(statistics.order()).isEqualTo(2);
      assertThat(statistics.ngrams(2)).isEqualTo(4);
      assertThat(statistics.total(2)).isEqualTo(20);
      assertThat(statistics.adjustedTotal(2)).isEqualTo(15);
      assertThat(statistics.rawCountOfCount(2, 1)).isEqualTo(1);
      assertThat(statistics.rawCountOfCount(2, 6)).isEqualTo(2);
      assertThat(statistics.adjustedCountOfCount(2, 1)).isEqualTo(2);
      assertThat(statistics.adjustedCountOfCount(2, 6)).isEqualTo(1);
      assertThat(statistics.total(1)).isEqualTo(5);
      assertThat(statistics.adjustedCountOfCount(1, 4)).isEqualTo(1);
    }
  }

  @Test
  void totalsBeyondALongAreAnError() {
    CountStatistics most = of(1, Long.MAX_VALUE, 1);
    assertThat(most.total(2)).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> most.add(of(1, 1, 1))).isInstanceOf(Failure.class);
    assertThatThrownBy(() -> of(1, Long.MAX_VALUE, 1, 1, 1)).isInstanceOf(Failure.class);
  }
}
