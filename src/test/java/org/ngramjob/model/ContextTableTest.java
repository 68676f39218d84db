// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.smooth.ContextTotals;

/** Tables that search their list, and those that have a place for every id (of 100). */
class ContextTableTest {
  private static ContextTable table(int vocabularySize, int followers) {
    ContextTable table = new ContextTable(vocabularySize);
    table.begin(ContextTotals.of(2), 0.25);
    table.reserve(followers);
    for (int i = 0; i < followers; i++) {
      table.add(2 * i + 3, 1.0 / (i + 1));
    }
    return table;
  }

  /** Around 16, for which there is room from the beginning. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16, 17, 40})
  void everyFollowerIsFound(int followers) {
    for (int vocabularySize : new int[] {0, 100}) {
      ContextTable table = table(vocabularySize, followers);
      assertThat(table.size()).isEqualTo(followers);
      assertThat(table.weight()).isEqualTo(0.25);
      assertThat(table.totals()).isEqualTo(ContextTotals.of(2));
      for (int i = 0; i < followers; i++) {
        assertThat(table.word(i)).isEqualTo(2 * i + 3);
        assertThat(table.probability(i)).isEqualTo(1.0 / (i + 1));
        assertThat(table.probabilityOf(2 * i + 3)).isEqualTo(1.0 / (i + 1));
      }
    }
  }

  /** What a longer context has seen, the shorter one has: another word is a defect. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4, 8, 99})
  void anotherWordIsNone(int word) {
    assertThatThrownBy(() -> table(0, 3).probabilityOf(word))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("word %d is missing in the shorter context", word);
    assertThatThrownBy(() -> table(0, 0).probabilityOf(word))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void allAreDivided() {
    for (int vocabularySize : new int[] {0, 100}) {
      ContextTable table = table(vocabularySize, 2);
      table.divideBy(4);
      table.setWeight(0.5);
      assertThat(table.probability(0)).isEqualTo(0.25);
      assertThat(table.probabilityOf(5)).isEqualTo(0.125);
      assertThat(table.weight()).isEqualTo(0.5);
    }
  }

  @Test
  void beginsAnew() {
    ContextTable table = table(0, 3);
    table.begin(ContextTotals.UNSEEN, 1);
    assertThat(table.size()).isZero();
    assertThat(table.weight()).isEqualTo(1);
    assertThatThrownBy(() -> table.probabilityOf(3)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void announcedWordsHaveNumbers() {
    ContextTable table = table(100, 1);
    table.upcoming(new int[] {3, 4, 5}, 2);
    table.add(5, Double.NaN);
    table.upcoming(new int[] {3, 4, 5}, 2);
    assertThatThrownBy(() -> table.upcoming(new int[] {3, 4, 5}, 3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a probability is not a number");
  }
}
