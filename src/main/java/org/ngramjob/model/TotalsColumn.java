// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.trie.ByteWriter;

/**
 * The totals of contexts as codes into a table of distinct totals: a shard has far fewer of these
 * than contexts. Code 0 is {@link ContextTotals#UNSEEN}.
 */
final class TotalsColumn {
  /** Of a row: total, lost, ones, twos, threes, fours, fives, sixes or more. */
  static final int FIELDS = 8;

  private static final int TOTAL = 0;
  private static final int LOST = 1;

  /** The fields behind are survivors by count, the last of all greater counts too. */
  private static final int BEFORE_ONES = 1;

  private static final long[] ONE_SEEN_ONCE = {1, 0, 1, 0, 0, 0, 0, 0};

  private long[] rows = new long[64 * FIELDS];
  private int[] table = new int[256];
  private int size;
  private int oneSeenOnce = -1;

  TotalsColumn() {
    code(new long[FIELDS]);
  }

  /** Adds a follower that is kept, with its count of at least 1, to a row. */
  static void keep(long[] row, long count) {
    row[TOTAL] += count;
    row[BEFORE_ONES + (int) Math.min(count, FIELDS - 1 - BEFORE_ONES)]++;
  }

  /** Adds a follower that pruning takes away to a row. */
  static void lose(long[] row, long count) {
    row[TOTAL] += count;
    row[LOST] += count;
  }

  /** What a row says. */
  static ContextTotals totals(long[] row) {
    return new ContextTotals(row[TOTAL], row[LOST], row[2], row[3], row[4], row[5], row[6], row[7]);
  }

  /** Number of distinct totals. */
  int size() {
    return size;
  }

  /** The code of the totals of one follower, seen once: four of five contexts have these. */
  int codeOfOneSeenOnce() {
    if (oneSeenOnce < 0) {
      oneSeenOnce = code(ONE_SEEN_ONCE);
    }
    return oneSeenOnce;
  }

  /** The code of these totals; the array may be reused. */
  int code(long[] totals) {
    if (2 * (size + 1) > table.length) {
      grow();
    }
    int slot = slot(totals, 0);
    if (table[slot] != 0) {
      return table[slot] - 1;
    }
    if ((size + 1) * FIELDS > rows.length) {
      rows = Arrays.copyOf(rows, 2 * rows.length);
    }
    System.arraycopy(totals, 0, rows, size * FIELDS, FIELDS);
    table[slot] = ++size;
    return size - 1;
  }

  /** Writes the table, a column per field, and puts the widths of the columns into the array. */
  void writeTo(ByteWriter out, int[] widths) {
    LongColumn column = new LongColumn();
    for (int field = 0; field < FIELDS; field++) {
      column.clear();
      for (int row = 0; row < size; row++) {
        column.add(rows[row * FIELDS + field]);
      }
      widths[field] = column.width();
      column.writeTo(out, column.width());
    }
  }

  private int slot(long[] source, int from) {
    long hash = 0;
    for (int i = from; i < from + FIELDS; i++) {
      hash = (hash ^ source[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    int slot = (int) hash & (table.length - 1);
    while (table[slot] != 0
        && !Arrays.equals(
            rows, (table[slot] - 1) * FIELDS, table[slot] * FIELDS, source, from, from + FIELDS)) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int row = 0; row < size; row++) {
      table[slot(rows, row * FIELDS)] = row + 1;
    }
  }
}
