// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.trie.ByteWriter;

class TotalsColumnTest {
  @Test
  void codeZeroIsOfUnseenContexts() {
    TotalsColumn column = new TotalsColumn();
    assertThat(column.size()).isEqualTo(1);
    assertThat(column.code(new long[TotalsColumn.FIELDS])).isZero();
  }

  @Test
  void oneFollowerSeenOnceHasTheCodeOfItsTotals() {
    long[] totals = {1, 0, 1, 0, 0, 0, 0, 0};
    TotalsColumn column = new TotalsColumn();
    int code = column.codeOfOneSeenOnce();
    assertThat(column.code(totals)).isEqualTo(code);
    assertThat(column.codeOfOneSeenOnce()).isEqualTo(code);
    assertThat(column.size()).isEqualTo(2);
    TotalsColumn other = new TotalsColumn();
    code = other.code(totals);
    assertThat(other.codeOfOneSeenOnce()).isEqualTo(code);
    assertThat(other.size()).isEqualTo(2);
  }

  /** 1 + 2 + 5 + 6 + 7 are kept and 3 lost, 24 in all; 6 and 7 are of one class. */
  @Test
  void aRowAddsUpFollowers() {
    long[] row = new long[TotalsColumn.FIELDS];
    for (long count : new long[] {1, 2, 5, 6, 7}) {
      TotalsColumn.keep(row, count);
    }
    TotalsColumn.lose(row, 3);
    assertThat(row).containsExactly(24, 3, 1, 1, 0, 0, 1, 2);
    assertThat(TotalsColumn.totals(row)).isEqualTo(new ContextTotals(24, 3, 1, 1, 0, 0, 1, 2));
  }

  @Test
  void equalTotalsShareACodeAndAllComeBack() {
    Random random = new Random(3);
    TotalsColumn column = new TotalsColumn();
    Map<List<Long>, Integer> codes = new HashMap<>();
    List<long[]> rows = new ArrayList<>();
    rows.add(new long[TotalsColumn.FIELDS]);
    long[] reused = new long[TotalsColumn.FIELDS];
    for (int i = 0; i < 20_000; i++) {
      List<Long> key = new ArrayList<>();
      for (int field = 0; field < reused.length; field++) {
        reused[field] = field == 0 ? random.nextInt(400) + 1 : random.nextInt(2);
        key.add(reused[field]);
      }
      int code = column.code(reused);
      Integer before = codes.putIfAbsent(key, code);
      assertThat(before == null ? code : before).isEqualTo(code);
      if (before == null) {
        assertThat(code).isEqualTo(rows.size());
        rows.add(reused.clone());
      }
    }
    assertThat(column.size()).isEqualTo(rows.size());
    ByteWriter out = new ByteWriter(1 << 10);
    int[] widths = new int[TotalsColumn.FIELDS];
    column.writeTo(out, widths);
    TableBytes bytes = TableBytes.of(ByteBuffer.wrap(out.toByteArray()));
    int at = 0;
    for (int field = 0; field < TotalsColumn.FIELDS; field++) {
      PackedArray array = new PackedArray(bytes, at, widths[field], rows.size());
      for (int row = 0; row < rows.size(); row++) {
        assertThat(array.get(row)).isEqualTo(rows.get(row)[field]);
      }
      at += (int) PackedArray.byteLength(widths[field], rows.size());
    }
    assertThat(at).isEqualTo(out.length());
  }
}
