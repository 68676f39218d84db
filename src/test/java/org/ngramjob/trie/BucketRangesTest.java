// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketRangesTest {
  /** Each bucket is in the range of its part; the ranges lie side by side and miss none. */
  @Test
  void rangesAreContiguousAndComplete() {
    for (int buckets = 1; buckets <= 40; buckets++) {
      for (int parts = 1; parts <= 40; parts++) {
        assertThat(BucketRanges.first(0, buckets, parts)).isZero();
        assertThat(BucketRanges.first(parts, buckets, parts)).isEqualTo(buckets);
        int found = 0;
        for (int part = 0; part < parts; part++) {
          int to = BucketRanges.first(part + 1, buckets, parts);
          for (int bucket = BucketRanges.first(part, buckets, parts); bucket < to; bucket++) {
            assertThat(bucket).isEqualTo(found++);
            assertThat(BucketRanges.part(bucket, buckets, parts)).isEqualTo(part);
          }
        }
        assertThat(found).isEqualTo(buckets);
      }
    }
  }

  @Test
  void rangesAreAboutEqual() {
    for (int part = 0; part < 7; part++) {
      int size = BucketRanges.first(part + 1, 40, 7) - BucketRanges.first(part, 40, 7);
      assertThat(size).isBetween(5, 6);
    }
  }

  /** 100,000 buckets times 50,000 parts exceed an int. */
  @Test
  void manyBucketsAndParts() {
    assertThat(BucketRanges.part(99_999, 100_000, 50_000)).isEqualTo(49_999);
    assertThat(BucketRanges.first(49_999, 100_000, 50_000)).isEqualTo(99_998);
  }
}
