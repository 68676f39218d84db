// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.trie.ByteWriter;

/**
 * The columns of a {@link ModelShard} while it is made: per depth a number for each context, its
 * state, and a number for each follower.
 */
final class ShardColumns {
  private final Level[] levels;
  private final CountCodes codes = new CountCodes();
  private final LongColumn cells = new LongColumn();

  /** What follows the heads in a shard; kept, as all else here, for the shard after this. */
  private final ByteWriter columns = new ByteWriter(1 << 16);

  /** The columns of one depth. */
  private static final class Level {
    final LongColumn ids = new LongColumn();
    final LongColumn children = new LongColumn();
    final LongColumn followers = new LongColumn();
    final LongColumn states = new LongColumn();
    final LongColumn words = new LongColumn();
    final LongColumn values = new LongColumn();

    void clear() {
      ids.clear();
      children.clear();
      followers.clear();
      states.clear();
      words.clear();
      values.clear();
    }
  }

  ShardColumns(int order) {
    this.levels = new Level[order];
    for (int depth = 0; depth < order; depth++) {
      levels[depth] = new Level();
    }
  }

  void clear() {
    for (Level level : levels) {
      level.clear();
    }
  }

  /** Followers of a depth so far. */
  int followers(int depth) {
    return levels[depth].words.size();
  }

  void addFollower(int depth, int word, long value) {
    levels[depth].words.add(word);
    levels[depth].values.add(value);
  }

  /** Contexts of a depth so far; 0 beyond the last. */
  int contexts(int depth) {
    return depth < levels.length ? levels[depth].ids.size() : 0;
  }

  /** The next context of a depth; its children follow before its next sibling. */
  void addContext(int depth, int id, int firstFollower, long state) {
    addContext(depth, id, firstFollower, contexts(depth + 1), state);
  }

  /** The next context of a depth, whose children begin at a place among those of the next. */
  void addContext(int depth, int id, int firstFollower, int firstChild, long state) {
    Level level = levels[depth];
    level.ids.add(Math.max(0, id));
    level.children.add(firstChild);
    level.followers.add(firstFollower);
    level.states.add(state);
  }

  /** How many n-grams of each order there are, order 1 first. */
  long[] ngrams() {
    long[] ngrams = new long[levels.length];
    for (int depth = 0; depth < levels.length; depth++) {
      ngrams[depth] = levels[depth].words.size();
    }
    return ngrams;
  }

  /** Writes a shard of counts: heads of all depths as ints, the table of totals, the columns. */
  void writeCounts(TotalsColumn totals, ByteWriter out) {
    columns.clear();
    int[] head = head(ModelShard.COUNTS, totals.size());
    int[] widths = new int[TotalsColumn.FIELDS];
    totals.writeTo(columns, widths);
    System.arraycopy(widths, 0, head, 3, widths.length);
    for (int depth = 0; depth < levels.length; depth++) {
      Level level = levels[depth];
      codes.encode(level.values);
      int at = writeLevel(depth, head, level.states.width(), level.values.width());
      at = writeColumn(codes.counts(), head, at);
      head[at] = codes.plain();
    }
    write(head, out);
  }

  /** Writes a shard of logarithms: the same without tables, states and values having 32 bits. */
  void writeLogarithms(ByteWriter out) {
    columns.clear();
    int[] head = head(ModelShard.LOGARITHMS, 0);
    for (int depth = 0; depth < levels.length; depth++) {
      int at = writeLevel(depth, head, Float.SIZE, Float.SIZE);
      writeColumn(new LongColumn(), head, at);
    }
    write(head, out);
  }

  private int[] head(int magic, int distinctTotals) {
    int[] head = new int[ModelShard.headInts(levels.length)];
    head[0] = magic;
    head[1] = levels.length;
    head[2] = distinctTotals;
    return head;
  }

  /** Writes the records of a depth and their indexes; returns where in the head to go on. */
  private int writeLevel(int depth, int[] head, int stateWidth, int valueWidth) {
    Level level = levels[depth];
    int nodes = level.ids.size();
    int at = ModelShard.levelHead(depth);
    head[at++] = nodes;
    head[at++] = level.words.size();
    head[at++] = columns.length();
    // One more node marks the end of the last one's ranges.
    level.ids.add(0);
    level.children.add(contexts(depth + 1));
    level.followers.add(level.words.size());
    level.states.add(0);
    LongColumn[] node = {level.ids, level.children, level.followers, level.states};
    int[] nodeWidths = widths(node);
    nodeWidths[3] = stateWidth;
    int[] followerWidths = {level.words.width(), valueWidth};
    LongColumn.writeRecords(node, nodeWidths, columns);
    LongColumn.writeRecords(new LongColumn[] {level.words, level.values}, followerWidths, columns);
    System.arraycopy(nodeWidths, 0, head, at, nodeWidths.length);
    at += nodeWidths.length;
    System.arraycopy(followerWidths, 0, head, at, followerWidths.length);
    at += followerWidths.length;
    // The root's children and followers are dense.
    at = writeDirectory(depth < 2 ? null : levels[depth - 1].children, level.ids, head, at);
    return writeDirectory(depth < 1 ? null : level.followers, level.words, head, at);
  }

  /**
   * Writes the index of lists.
   *
   * @param begins where they begin, or null where none is wanted
   */
  private int writeDirectory(LongColumn begins, LongColumn ids, int[] head, int at) {
    cells.clear();
    if (begins != null) {
      ListIndex.addCells(begins, ids, cells);
    }
    return writeColumn(cells, head, at);
  }

  private static int[] widths(LongColumn[] columns) {
    return Arrays.stream(columns).mapToInt(LongColumn::width).toArray();
  }

  private int writeColumn(LongColumn column, int[] head, int at) {
    head[at] = column.size();
    head[at + 1] = column.width();
    column.writeTo(columns, column.width());
    return at + 2;
  }

  private void write(int[] head, ByteWriter out) {
    for (int value : head) {
      out.writeIntLittleEndian(value);
    }
    out.write(columns.bytes(), 0, columns.length());
  }
}
