// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountCodesTest {
  private static LongColumn column(long... values) {
    LongColumn column = new LongColumn();
    for (long value : values) {
      column.add(value);
    }
    return column;
  }

  private static long[] numbers(LongColumn column) {
    long[] numbers = new long[column.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = column.get(i);
    }
    return numbers;
  }

  /** Around 2^16, where counts are no longer looked up in an array, and beyond 2^31. */
  @Test
  void codesAreThePlacesAmongTheDifferentCounts() {
    LongColumn values = column(1, 5_000_000_000L, 2, 1, 65_536, 65_535, 2, 9, 65_536, 65_537);
    CountCodes codes = new CountCodes();
    codes.encode(values);
    assertThat(numbers(codes.counts()))
        .containsExactly(1, 2, 9, 65_535, 65_536, 65_537, 5_000_000_000L);
    assertThat(numbers(values)).containsExactly(0, 6, 1, 0, 4, 3, 1, 2, 4, 5);
    assertThat(values.width()).isEqualTo(3);
    assertThat(codes.plain()).isEqualTo(2);
  }

  @Test
  void noCountsHaveNoCodes() {
    CountCodes codes = new CountCodes();
    codes.encode(column());
    assertThat(codes.counts().size()).isZero();
    assertThat(codes.plain()).isZero();
    codes.encode(column(2, 3));
    assertThat(codes.plain()).isZero();
  }

  @Test
  void aColumnLeavesNothingBehindForTheNext() {
    CountCodes codes = new CountCodes();
    codes.encode(column(1, 2, 3, 70_000));
    LongColumn values = column(3, 80_000, 5);
    codes.encode(values);
    assertThat(numbers(codes.counts())).containsExactly(3, 5, 80_000);
    assertThat(numbers(values)).containsExactly(0, 2, 1);
  }
}
