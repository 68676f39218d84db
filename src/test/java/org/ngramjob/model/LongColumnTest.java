// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.ByteWriter;

class LongColumnTest {
  private final LongColumn column = new LongColumn();
  private final ByteWriter out = new ByteWriter(16);

  /** 5, 3, 6 of three bits each, from the least on: 101 | 011 | 110 is 0b110_011_101, 413. */
  @Test
  void packsNumbersInAsManyBitsAsTheGreatestNeeds() {
    column.add(5);
    column.add(3);
    column.add(6);
    assertThat(column.width()).isEqualTo(3);
    column.writeTo(out, column.width());
    assertThat(out.bytes()[0]).isEqualTo((byte) 413);
    assertThat(out.bytes()[1]).isEqualTo((byte) (413 >> 8));
  }

  /** 1 of one bit and 2 of two, then 0 and 3: 1 | 10 | 0 | 11 is 0b11_0_10_1, 53. */
  @Test
  void packsTheColumnsOfARecordSideBySide() {
    LongColumn other = new LongColumn();
    column.add(1);
    column.add(0);
    other.add(2);
    other.add(3);
    LongColumn.writeRecords(new LongColumn[] {column, other}, new int[] {1, 2}, out);
    assertThat(out.bytes()[0]).isEqualTo((byte) 53);
  }

  @Test
  void aReplacedColumnTakesWhatItsNewNumbersNeed() {
    column.add(100);
    column.add(200);
    column.replaceAll(value -> value / 100);
    assertThat(column.get(1)).isEqualTo(2);
    assertThat(column.width()).isEqualTo(2);
    column.clear();
    assertThat(column.size()).isZero();
    assertThat(column.width()).isZero();
  }

  /** 400 columns of 48 bits are 2400 bytes a record; a million records are more than 2 GiB. */
  @Test
  void moreThanAnArrayHoldsIsRefusedWithWhatToDo() {
    for (int i = 0; i < 1_000_000; i++) {
      column.add(i);
    }
    LongColumn[] columns = new LongColumn[400];
    Arrays.fill(columns, column);
    int[] widths = new int[columns.length];
    Arrays.fill(widths, 48);
    assertThatThrownBy(() -> LongColumn.writeRecords(columns, widths, out))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("a smaller ngramjob.vocabulary.bucket-weight");
  }
}
