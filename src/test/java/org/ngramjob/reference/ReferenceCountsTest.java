// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceCountsTest {
  /** {@code <s> a b a b </s>}, {@code <s> b </s>}, {@code <s> </s>}. */
  private static final ReferenceCounts COUNTS =
      new ReferenceCounts(List.of(List.of("a", "b", "a", "b"), List.of("b"), List.of()), 3);

  @Test
  void rawCountsByHand() {
    assertThat(COUNTS.raw(1))
        .isEqualTo(Map.of(List.of("a"), 2L, List.of("b"), 3L, List.of("</s>"), 3L));
    assertThat(COUNTS.raw(2))
        .isEqualTo(
            Map.of(
                List.of("<s>", "a"), 1L,
                List.of("a", "b"), 2L,
                List.of("b", "a"), 1L,
                List.of("b", "</s>"), 2L,
                List.of("<s>", "b"), 1L,
                List.of("<s>", "</s>"), 1L));
    assertThat(COUNTS.raw(3))
        .isEqualTo(
            Map.of(
                List.of("<s>", "a", "b"), 1L,
                List.of("a", "b", "a"), 1L,
                List.of("b", "a", "b"), 1L,
                List.of("a", "b", "</s>"), 1L,
                List.of("<s>", "b", "</s>"), 1L));
  }

  /** Left of a: {@code <s>}, b. Left of b: a, {@code <s>}. Left of {@code </s>}: b, {@code <s>}. */
  @Test
  void adjustedCountsByHand() {
    assertThat(COUNTS.adjusted(1))
        .isEqualTo(Map.of(List.of("a"), 2L, List.of("b"), 2L, List.of("</s>"), 2L));
    assertThat(COUNTS.adjusted(2))
        .isEqualTo(
            Map.of(
                List.of("<s>", "a"), 1L,
                List.of("a", "b"), 2L,
                List.of("b", "a"), 1L,
                List.of("b", "</s>"), 2L,
                List.of("<s>", "b"), 1L,
                List.of("<s>", "</s>"), 1L));
    assertThat(COUNTS.adjusted(3)).isEqualTo(COUNTS.raw(3));
  }
}
