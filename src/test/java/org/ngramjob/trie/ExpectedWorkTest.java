// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedWorkTest {
  /** The work of one word that fills a bucket. */
  private static final long ONE = 1 << 20;

  /**
   * Contexts of one word: work is the fourth root of the words. From 3 to 19 there are 16, whose
   * fourth root is 2; how many there are from 19 on is not known, so as many again.
   */
  @Test
  void rareWordsAreMoreWork() {
    BucketTable buckets = BucketTable.of(List.of(new int[0], new int[] {3}, new int[] {19}));
    assertThat(ExpectedWork.of(buckets, 1)).containsExactly(ONE, 2 * ONE, 2 * ONE);
  }

  /**
   * Contexts of two words: the eighth root. Word 5 fills two of four buckets, each of which has a
   * word before it out of half the words of the text in as much as two buckets: 512 words there are
   * 256 to a bucket, and 256 is 2 to the eighth. The last bucket is as the one before.
   */
  @Test
  void aCutWordGoesByTheWordsBeforeIt() {
    BucketTable buckets =
        BucketTable.of(List.of(new int[0], new int[] {5}, new int[] {5, 512}, new int[] {1024}));
    assertThat(ExpectedWork.of(buckets, 2)).containsExactly(ONE, 2 * ONE, 2 * ONE, 2 * ONE);
  }

  /** The words before end below those that it was cut at: there is one at least. */
  @Test
  void thereIsAlwaysSomeWork() {
    BucketTable buckets = BucketTable.of(List.of(new int[0], new int[] {5}, new int[] {5, 900}));
    assertThat(Arrays.stream(ExpectedWork.of(buckets, 4))).allMatch(work -> work > 0);
  }

  /** At order 1 the empty context is all there is. */
  @Test
  void oneBucketOfOrderOne() {
    BucketTable buckets = BucketTable.of(List.of(new int[0]));
    assertThat(ExpectedWork.of(buckets, 0)).containsExactly(ONE);
  }
}
