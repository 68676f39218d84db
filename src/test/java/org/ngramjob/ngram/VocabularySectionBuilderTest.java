// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularySectionBuilderTest {
  private static final int GIBIBYTE = 1 << 30;

  /** From one gibibyte on it grew by a word at a time, and copied all for each. */
  @Test
  void textGrowsByMuchUpToTheLargestArray() {
    assertThat(VocabularySectionBuilder.capacity(4096, 4100)).isEqualTo(8192);
    assertThat(VocabularySectionBuilder.capacity(4096, 10_000)).isEqualTo(10_000);
    assertThat(VocabularySectionBuilder.capacity(GIBIBYTE, GIBIBYTE + 5))
        .isEqualTo(Integer.MAX_VALUE - 8);
    assertThat(VocabularySectionBuilder.capacity(GIBIBYTE + 5, GIBIBYTE + 9))
        .isEqualTo(Integer.MAX_VALUE - 8);
  }
}
