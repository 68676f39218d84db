// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearestWordSortTest {
  /** {@code <s> 4 3 4 </s> <s> 4 </s>}: 4, 4 | 4 | 3, </s>, </s> after <s> | 3 | 4. */
  @Test
  void placesByTheWordBefore() {
    int[] ids = {1, 4, 3, 4, 2, 1, 4, 2, 9};
    NearestWordSort nearest = new NearestWordSort(5);
    assertThat(nearest.count(ids, 8)).isEqualTo(6);
    assertThat(nearest.place(1)).isZero();
    assertThat(nearest.place(4)).isEqualTo(3);
    assertThat(nearest.place(3)).isEqualTo(2);
    assertThat(nearest.place(4)).isEqualTo(4);
    assertThat(nearest.place(1)).isEqualTo(1);
    assertThat(nearest.place(4)).isEqualTo(5);
    assertThat(nearest.groups()).isEqualTo(5);
    int[] ends = {0, 2, 2, 3, 6};
    for (int word = 0; word < 5; word++) {
      assertThat(nearest.end(word)).isEqualTo(ends[word]);
    }
    assertThat(nearest.count(ids, 0)).isZero();
  }
}
