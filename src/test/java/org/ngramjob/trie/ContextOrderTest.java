// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContextOrderTest {
  /** Ascending; the greatest id is the greatest that a vocabulary may have, and more. */
  private static final int[][] CONTEXTS = {
    {}, {0}, {0, 0}, {0, 1}, {3}, {3, 0}, {3, 0, 7}, {3, 4}, {3, 2147483647}, {2147483647, 0}
  };

  @Test
  void idByIdAndAPrefixFirst() {
    for (int i = 0; i < CONTEXTS.length; i++) {
      for (int j = 0; j < CONTEXTS.length; j++) {
        int[] a = CONTEXTS[i];
        int[] b = CONTEXTS[j];
        assertThat(ContextOrder.compare(a, a.length, b, b.length)).isEqualTo(Integer.compare(i, j));
        long left = ContextOrder.prefix(a, a.length);
        long right = ContextOrder.prefix(b, b.length);
        if (left != right) {
          assertThat(Long.compare(left, right)).isEqualTo(Integer.compare(i, j));
        }
      }
    }
    assertThat(ContextOrder.prefix(new int[] {3, 0}, 2))
        .isEqualTo(ContextOrder.prefix(new int[] {3, 0, 7}, 3));
  }

  @Test
  void commonPrefix() {
    assertThat(ContextOrder.commonPrefix(new int[] {3, 4, 5}, 3, new int[] {3, 4, 5}, 2))
        .isEqualTo(2);
    assertThat(ContextOrder.commonPrefix(new int[] {3, 4}, 2, new int[] {4, 4}, 2)).isZero();
  }
}
