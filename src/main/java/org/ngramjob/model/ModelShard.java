// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.ContextTotals;

/**
 * A part of the conditional probability tables, read in place: the contexts of one bucket with
 * their followers, or the upper nodes. Opening costs a few hundred bytes; safe for concurrent
 * reads.
 *
 * <p>A shard of counts has a count for each follower and totals for each context; a shard of
 * logarithms has log10 of a probability for each follower and of a back-off weight for each
 * context, 32 bits each. A model's shards are all of one kind.
 *
 * <p>A node is a number within its depth. Every shard has the root as node 0 of depth 0.
 */
public final class ModelShard {
  /** How a shard of counts begins. */
  static final int COUNTS = 0x4d47_4e31;

  /** How a shard of logarithms begins. */
  static final int LOGARITHMS = 0x4d47_4e4c;

  private static final int FIXED_INTS = 3 + TotalsColumn.FIELDS;
  private static final int LEVEL_INTS = 8 + CountArray.HEAD_INTS;

  private final Level[] levels;
  private final PackedArray[] totalsTable = new PackedArray[TotalsColumn.FIELDS];

  /** Totals made from the table so far; a lost race only makes an equal one again. */
  private final ContextTotals[] totals;

  private record Level(
      PackedArray ids,
      PackedArray children,
      PackedArray followers,
      PackedArray states,
      PackedArray words,
      CountArray counts,
      PackedArray logarithms) {}

  /** Opens a shard that takes the whole buffer. */
  public ModelShard(ByteBuffer shard) {
    ByteBuffer bytes = shard.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int kind = bytes.limit() < 8 ? 0 : bytes.getInt(0);
    if (kind != COUNTS && kind != LOGARITHMS) {
      throw Failure.badInput("damaged model: a shard does not begin as one; estimate again");
    }
    int order = bytes.getInt(4);
    int columns = 4 * headInts(order);
    int distinct = bytes.getInt(8);
    this.totals = new ContextTotals[distinct];
    int at = columns;
    for (int field = 0; kind == COUNTS && field < TotalsColumn.FIELDS; field++) {
      int width = bytes.getInt(4 * (3 + field));
      totalsTable[field] = new PackedArray(bytes, at, width, distinct);
      at += (int) PackedArray.byteLength(width, distinct);
    }
    this.levels = new Level[order];
    for (int depth = 0; depth < order; depth++) {
      levels[depth] = level(bytes, columns, 4 * levelHead(depth), kind);
    }
  }

  private static Level level(ByteBuffer bytes, int columns, int head, int kind) {
    int nodes = bytes.getInt(head);
    int followers = bytes.getInt(head + 4);
    int at = columns + bytes.getInt(head + 8);
    PackedArray[] arrays = new PackedArray[5];
    for (int i = 0; i < arrays.length; i++) {
      int width = bytes.getInt(head + 12 + 4 * i);
      // Ranges have one entry more, the end of the last node's.
      int size = i == 4 ? followers : i == 1 || i == 2 ? nodes + 1 : nodes;
      arrays[i] = new PackedArray(bytes, at, width, size);
      at += (int) PackedArray.byteLength(width, size);
    }
    CountArray counts = null;
    PackedArray logarithms = null;
    if (kind == COUNTS) {
      int[] countHead = new int[CountArray.HEAD_INTS];
      for (int i = 0; i < countHead.length; i++) {
        countHead[i] = bytes.getInt(head + 32 + 4 * i);
      }
      counts = new CountArray(bytes, at, followers, countHead);
    } else {
      logarithms = new PackedArray(bytes, at, Float.SIZE, followers);
    }
    return new Level(arrays[0], arrays[1], arrays[2], arrays[3], arrays[4], counts, logarithms);
  }

  static int headInts(int order) {
    return FIXED_INTS + order * LEVEL_INTS;
  }

  static int levelHead(int depth) {
    return FIXED_INTS + depth * LEVEL_INTS;
  }

  public int order() {
    return levels.length;
  }

  /** Number of contexts of a length here. */
  public int nodes(int depth) {
    return levels[depth].ids.size();
  }

  /** The node at depth + 1 whose context goes on with this id, or -1. */
  public int child(int depth, int node, int id) {
    Level level = levels[depth];
    int from = level.children.getInt(node);
    int to = level.children.getInt(node + 1);
    return from == to ? -1 : levels[depth + 1].ids.find(from, to, id);
  }

  /** The first of the contexts one word longer; they end where the next node's begin. */
  public int firstChild(int depth, int node) {
    return levels[depth].children.getInt(node);
  }

  /** The farthest word of the node's context. */
  public int id(int depth, int node) {
    return levels[depth].ids.getInt(node);
  }

  /** The first of the node's followers; they end where the next node's begin. */
  public int firstFollower(int depth, int node) {
    return levels[depth].followers.getInt(node);
  }

  /** The place of a follower, or -1. */
  public int find(int depth, int node, int word) {
    Level level = levels[depth];
    int from = level.followers.getInt(node);
    int to = level.followers.getInt(node + 1);
    if (from == to) {
      return -1;
    }
    // In a dense list, such as the root's, the word stands where its distance says.
    int first = level.words.getInt(from);
    int guess = from + word - first;
    if (guess >= from && guess < to && level.words.getInt(guess) == word) {
      return guess;
    }
    return level.words.find(from, to, word);
  }

  public int word(int depth, int follower) {
    return levels[depth].words.getInt(follower);
  }

  /** The count of a follower in a shard of counts. */
  public long count(int depth, int follower) {
    return levels[depth].counts.get(follower);
  }

  /** log10 P of a follower in a shard of logarithms. */
  public float log10Probability(int depth, int follower) {
    return Float.intBitsToFloat(levels[depth].logarithms.getInt(follower));
  }

  /** log10 of a context's back-off weight in a shard of logarithms. */
  public float log10Weight(int depth, int node) {
    return Float.intBitsToFloat(levels[depth].states.getInt(node));
  }

  /** The totals of a node's context in a shard of counts. */
  public ContextTotals totals(int depth, int node) {
    return totals(levels[depth].states.getInt(node));
  }

  /** The totals with a code, which are those of many contexts. */
  ContextTotals totals(int code) {
    ContextTotals known = totals[code];
    return known != null ? known : makeTotals(code);
  }

  /** Codes of totals are below this. */
  int distinctTotals() {
    return totals.length;
  }

  PackedArray ids(int depth) {
    return levels[depth].ids;
  }

  PackedArray children(int depth) {
    return levels[depth].children;
  }

  PackedArray followers(int depth) {
    return levels[depth].followers;
  }

  /** Codes of totals in a shard of counts, logarithms of weights in one of logarithms. */
  PackedArray states(int depth) {
    return levels[depth].states;
  }

  PackedArray words(int depth) {
    return levels[depth].words;
  }

  boolean hasCounts() {
    return levels[0].counts != null;
  }

  CountArray counts(int depth) {
    return levels[depth].counts;
  }

  PackedArray logarithms(int depth) {
    return levels[depth].logarithms;
  }

  private ContextTotals makeTotals(int code) {
    long[] row = new long[TotalsColumn.FIELDS];
    for (int field = 0; field < row.length; field++) {
      row[field] = totalsTable[field].get(code);
    }
    ContextTotals made =
        new ContextTotals(row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7]);
    totals[code] = made;
    return made;
  }
}
