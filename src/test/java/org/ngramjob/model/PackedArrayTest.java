// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.trie.ByteWriter;

/** Also tests {@link LongColumn}, which writes what this reads. */
class PackedArrayTest {
  private static PackedArray packed(long[] values, int width, int offset) {
    LongColumn column = new LongColumn();
    for (long value : values) {
      column.add(value);
    }
    ByteWriter out = new ByteWriter(16);
    for (int i = 0; i < offset; i++) {
      out.writeByte(0xff);
    }
    column.writeTo(out, width);
    assertThat(out.length() - offset).isEqualTo(PackedArray.byteLength(width, values.length));
    return new PackedArray(
        TableBytes.of(ByteBuffer.wrap(out.toByteArray())), offset, width, values.length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 13, 31, 32, 33, 56, 57})
  void givesBackWhatWasWrittenInAnyWidth(int width) {
    Random random = new Random(width);
    for (int size : new int[] {0, 1, 2, 7, 8, 9, 500}) {
      long[] values = random.longs(size, 0, 1L << width).toArray();
      if (size > 0) {
        values[size - 1] = (1L << width) - 1;
      }
      PackedArray array = packed(values, width, size % 3);
      assertThat(array.size()).isEqualTo(size);
      for (int i = 0; i < size; i++) {
        assertThat(array.get(i)).isEqualTo(values[i]);
      }
    }
  }

  @Test
  void readsFieldsOfRecords() {
    LongColumn[] columns = {new LongColumn(), new LongColumn(), new LongColumn()};
    int[] widths = {3, 0, 57};
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      columns[0].add(random.nextInt(8));
      columns[1].add(0);
      columns[2].add(random.nextLong() >>> 7);
    }
    ByteWriter out = new ByteWriter(16);
    LongColumn.writeRecords(columns, widths, out);
    assertThat(out.length()).isEqualTo(PackedArray.byteLength(60, 100));
    TableBytes bytes = TableBytes.of(ByteBuffer.wrap(out.toByteArray()));
    for (int field = 0, shift = 0; field < 3; shift += widths[field++]) {
      PackedArray array = new PackedArray(bytes, 0, shift, 60, widths[field], 100);
      for (int i = 0; i < 100; i++) {
        assertThat(array.get(i)).isEqualTo(columns[field].get(i));
      }
    }
    assertThat(PackedArray.ofParts(bytes, 0, 0, 60, 60, 100)).isNull();
  }

  @Test
  void zerosTakeNoBits() {
    PackedArray array = packed(new long[5], 0, 0);
    assertThat(array.get(4)).isZero();
    assertThat(PackedArray.byteLength(0, 5)).isEqualTo(8);
  }

  /** 5 = 101, 2 = 010, 7 = 111, least significant bit first: 1101 0101 and 1 in the next byte. */
  @Test
  void bitsByHand() {
    LongColumn column = new LongColumn();
    column.add(5);
    column.add(2);
    column.add(7);
    assertThat(column.width()).isEqualTo(3);
    ByteWriter out = new ByteWriter(4);
    column.writeTo(out, 3);
    assertThat(out.toByteArray()).containsExactly(0xd5, 0x01, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void findsValuesInAscendingRangesOnly() {
    // Two ranges: 2 4 6 and 1 3 5.
    PackedArray array = packed(new long[] {2, 4, 6, 1, 3, 5}, 3, 0);
    assertThat(array.find(0, 3, 4)).isEqualTo(1);
    assertThat(array.find(0, 3, 3)).isEqualTo(-1);
    assertThat(array.find(3, 6, 3)).isEqualTo(4);
    assertThat(array.find(3, 6, 5)).isEqualTo(5);
    assertThat(array.find(3, 6, 6)).isEqualTo(-1);
    assertThat(array.find(3, 3, 1)).isEqualTo(-1);
  }

  @Test
  void columnsAreClearedAndGrow() {
    LongColumn column = new LongColumn();
    column.add(1L << 40);
    column.clear();
    assertThat(column.width()).isZero();
    for (int i = 0; i < 1000; i++) {
      column.add(i);
    }
    assertThat(column.size()).isEqualTo(1000);
    assertThat(column.get(999)).isEqualTo(999);
    assertThat(column.width()).isEqualTo(10);
  }

  @Test
  void refusesWhatOneReadCannotHold() {
    LongColumn column = new LongColumn();
    column.add(1L << 57);
    assertThatThrownBy(() -> column.writeTo(new ByteWriter(4), column.width()))
        .hasMessageContaining("58 bits");
  }
}
