// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

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
      int at = ModelShard.levelHead(depth);
      writeLevel(depth, columns, head, at, levels[depth].states.width());
      int[] countHead = CountArray.write(levels[depth].values, columns);
      System.arraycopy(countHead, 0, head, at + 8, countHead.length);
    }
    write(head, columns, out);
  }

  /** Writes a shard of logarithms: the same without a table, states and values having 32 bits. */
  void writeLogarithms(ByteWriter out) {
    ByteWriter columns = new ByteWriter(1 << 16);
    int[] head = head(ModelShard.LOGARITHMS, 0);
    for (int depth = 0; depth < levels.length; depth++) {
      writeLevel(depth, columns, head, ModelShard.levelHead(depth), Float.SIZE);
      levels[depth].values.writeTo(columns, Float.SIZE);
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

  private void writeLevel(int depth, ByteWriter out, int[] head, int at, int stateWidth) {
    Level level = levels[depth];
    // One more entry marks the end of the last node's ranges.
    int nodes = level.ids.size();
    level.children.add(contexts(depth + 1));
    level.followers.add(level.words.size());
    head[at] = nodes;
    head[at + 1] = level.words.size();
    head[at + 2] = out.length();
    head[at + 3] = writeColumn(level.ids, level.ids.width(), out);
    head[at + 4] = writeColumn(level.children, level.children.width(), out);
    head[at + 5] = writeColumn(level.followers, level.followers.width(), out);
    head[at + 6] = writeColumn(level.states, stateWidth, out);
    head[at + 7] = writeColumn(level.words, level.words.width(), out);
  }

  private static int writeColumn(LongColumn column, int width, ByteWriter out) {
    column.writeTo(out, width);
    return width;
  }

  private static void write(int[] head, ByteWriter columns, ByteWriter out) {
    for (int value : head) {
      out.writeIntLittleEndian(value);
    }
    out.write(columns.bytes(), 0, columns.length());
  }
}
