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
    ByteWriter columns = new ByteWriter(1 << 16);
    int[] head = head(ModelShard.COUNTS, totals.size());
    int[] widths = new int[TotalsColumn.FIELDS];
    totals.writeTo(columns, widths);
    System.arraycopy(widths, 0, head, 3, widths.length);
    for (int depth = 0; depth < levels.length; depth++) {
      Level level = levels[depth];
      CountCodes codes = new CountCodes(level.values);
      LongColumn values = codes.encode(level.values);
      int at = writeLevel(depth, columns, head, level.states.width(), values, values.width());
      at = writeColumn(codes.counts(), columns, head, at);
      head[at] = codes.plain();
    }
    write(head, columns, out);
  }

  /** Writes a shard of logarithms: the same without tables, states and values having 32 bits. */
  void writeLogarithms(ByteWriter out) {
    ByteWriter columns = new ByteWriter(1 << 16);
    int[] head = head(ModelShard.LOGARITHMS, 0);
    for (int depth = 0; depth < levels.length; depth++) {
      int at = writeLevel(depth, columns, head, Float.SIZE, levels[depth].values, Float.SIZE);
      writeColumn(new LongColumn(), columns, head, at);
    }
    write(head, columns, out);
  }

  private int[] head(int magic, int distinctTotals) {
    int[] head = new int[ModelShard.headInts(levels.length)];
    head[0] = magic;
    head[1] = levels.length;
    head[2] = distinctTotals;
    return head;
  }

  /** Writes the records of a depth and their directories; returns where in the head to go on. */
  private int writeLevel(
      int depth, ByteWriter out, int[] head, int stateWidth, LongColumn values, int valueWidth) {
    Level level = levels[depth];
    int nodes = level.ids.size();
    int at = ModelShard.levelHead(depth);
    head[at++] = nodes;
    head[at++] = level.words.size();
    head[at++] = out.length();
    // One more node marks the end of the last one's ranges.
    level.ids.add(0);
    level.children.add(contexts(depth + 1));
    level.followers.add(level.words.size());
    level.states.add(0);
    LongColumn[] node = {level.ids, level.children, level.followers, level.states};
    int[] nodeWidths = widths(node);
    nodeWidths[3] = stateWidth;
    int[] followerWidths = {level.words.width(), valueWidth};
    LongColumn.writeRecords(node, nodeWidths, out);
    LongColumn.writeRecords(new LongColumn[] {level.words, values}, followerWidths, out);
    System.arraycopy(nodeWidths, 0, head, at, nodeWidths.length);
    at += nodeWidths.length;
    System.arraycopy(followerWidths, 0, head, at, followerWidths.length);
    at += followerWidths.length;
    at = writeColumn(siblingCells(depth), out, head, at);
    return writeColumn(followerCells(depth), out, head, at);
  }

  /** The directory of a depth's nodes; the root's children are dense. */
  private LongColumn siblingCells(int depth) {
    LongColumn ids = levels[depth].ids;
    return depth < 2
        ? new LongColumn()
        : ListDirectory.of(levels[depth - 1].children, ids, ids.width());
  }

  /** The directory of a depth's followers; the root's are dense. */
  private LongColumn followerCells(int depth) {
    LongColumn words = levels[depth].words;
    return depth < 1
        ? new LongColumn()
        : ListDirectory.of(levels[depth].followers, words, words.width());
  }

  private static int[] widths(LongColumn[] columns) {
    return Arrays.stream(columns).mapToInt(LongColumn::width).toArray();
  }

  private static int writeColumn(LongColumn column, ByteWriter out, int[] head, int at) {
    head[at] = column.size();
    head[at + 1] = column.width();
    column.writeTo(out, column.width());
    return at + 2;
  }

  private static void write(int[] head, ByteWriter columns, ByteWriter out) {
    for (int value : head) {
      out.writeIntLittleEndian(value);
    }
    out.write(columns.bytes(), 0, columns.length());
  }
}
