// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketRangesTest {
  /** Each bucket is in the range of its part; the ranges lie side by side and miss none. */
  private static void isContiguousAndComplete(BucketRanges ranges, int buckets, int parts) {
    assertThat(ranges.buckets()).isEqualTo(buckets);
    assertThat(ranges.parts()).isEqualTo(parts);
    assertThat(ranges.first(0)).isZero();
    int found = 0;
    for (int part = 0; part < parts; part++) {
      assertThat(ranges.first(part)).isEqualTo(found);
      for (int bucket = ranges.first(part); bucket < ranges.end(part); bucket++) {
        assertThat(bucket).isEqualTo(found++);
        assertThat(ranges.part(bucket)).isEqualTo(part);
      }
    }
    assertThat(found).isEqualTo(buckets);
  }

  private static long[] ones(int buckets) {
    long[] weights = new long[buckets];
    Arrays.fill(weights, 1);
    return weights;
  }

  @Test
  void rangesAreContiguousAndComplete() {
    for (int buckets = 1; buckets <= 40; buckets++) {
      long[] weights = new long[buckets];
      Arrays.setAll(weights, bucket -> bucket % 7 == 3 ? 1_000 : bucket % 5);
      for (int parts = 1; parts <= 40; parts++) {
        isContiguousAndComplete(BucketRanges.ofEqualWeight(weights, parts), buckets, parts);
      }
    }
    isContiguousAndComplete(BucketRanges.ofEqualWeight(new long[3], 2), 3, 2);
  }

  @Test
  void equalWeightsAreDealtOutEvenly() {
    BucketRanges ranges = BucketRanges.ofEqualWeight(ones(40), 7);
    for (int part = 0; part < 7; part++) {
      assertThat(ranges.end(part) - ranges.first(part)).isBetween(5, 6);
    }
  }

  /**
   * Contexts of one word. The buckets of the words 1, 2 and 3 are 1 of work each, as the first is,
   * that of the 81 words from 4 on is 3, and so is the last: of 10, parts of a half end at 5, in
   * the fifth bucket, whose middle at 5.5 is beyond it.
   */
  @Test
  void workIsDealtOutEvenly() {
    BucketTable buckets =
        BucketTable.of(
            List.of(
                new int[0],
                new int[] {1},
                new int[] {2},
                new int[] {3},
                new int[] {4},
                new int[] {85}));
    assertThat(BucketRanges.ofEqualWork(buckets, 1, 2).firsts()).containsExactly(0, 4, 6);
  }

  /**
   * Of 20 in all, parts are [0, 5), [5, 10), [10, 15), [15, 20). The middles of the buckets lie at
   * 4, 9, 10.5, 11.5, 15, 19: in the parts 0, 1, 2, 2, 3, 3.
   */
  @Test
  void heavyBucketsStandAlone() {
    BucketRanges ranges = BucketRanges.ofEqualWeight(new long[] {8, 2, 1, 1, 6, 2}, 4);
    assertThat(ranges.firsts()).containsExactly(0, 1, 2, 4, 6);
    assertThat(BucketRanges.of(ranges.firsts()).part(3)).isEqualTo(2);
  }

  /**
   * The only heavy bucket has its middle at 52 of 104, in part 2: parts 1 and 3 are left with none.
   */
  @Test
  void partsMayBeEmpty() {
    BucketRanges ranges = BucketRanges.ofEqualWeight(new long[] {1, 1, 100, 2}, 5);
    assertThat(ranges.firsts()).containsExactly(0, 2, 2, 3, 3, 4);
    assertThat(ranges.part(2)).isEqualTo(2);
    assertThat(ranges.part(3)).isEqualTo(4);
  }

  /** 100,000 buckets times 50,000 parts exceed an int. */
  @Test
  void manyBucketsAndParts() {
    BucketRanges ranges = BucketRanges.ofEqualWeight(ones(100_000), 50_000);
    assertThat(ranges.part(99_999)).isEqualTo(49_999);
    assertThat(ranges.first(49_999)).isEqualTo(99_998);
  }
}
