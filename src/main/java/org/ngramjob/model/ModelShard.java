// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.nio.ByteBuffer;
import org.ngramjob.failure.Failure;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;

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
  static final int COUNTS = 0x4d47_4e32;

  /** How a shard of logarithms begins. */
  static final int LOGARITHMS = 0x4d47_4e4d;

  private static final int FIXED_INTS = 3 + TotalsColumn.FIELDS;

  private final ShardLevel[] levels;
  private final PackedArray[] totalsTable = new PackedArray[TotalsColumn.FIELDS];

  /** Totals made from the table so far; a lost race only makes an equal one again. */
  private final ContextTotals[] totals;

  /** Shares made from totals so far, by depth; as above. */
  private final ContextShares[][] shares;

  /** Opens a shard that takes the whole buffer. */
  public ModelShard(ByteBuffer shard) {
    TableBytes bytes = TableBytes.of(shard);
    int kind = bytes.length() < 8 ? 0 : bytes.getInt(0);
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
    this.levels = new ShardLevel[order];
    this.shares = new ContextShares[order][];
    for (int depth = 0; depth < order; depth++) {
      levels[depth] = new ShardLevel(bytes, depth, 4 * levelHead(depth), columns);
    }
  }

  static int headInts(int order) {
    return FIXED_INTS + order * ShardLevel.HEAD_INTS;
  }

  static int levelHead(int depth) {
    return FIXED_INTS + depth * ShardLevel.HEAD_INTS;
  }

  ShardLevel level(int depth) {
    return levels[depth];
  }

  public int order() {
    return levels.length;
  }

  /** Number of contexts of a length here. */
  public int nodes(int depth) {
    return levels[depth].nodes();
  }

  /** The node at depth + 1 whose context goes on with this id, or -1. */
  public int child(int depth, int node, int id) {
    return levels[depth + 1].siblings().find(levels[depth].childRange(node), id);
  }

  /** The first of the contexts one word longer; they end where the next node's begin. */
  public int firstChild(int depth, int node) {
    return levels[depth].children().getInt(node);
  }

  /** The farthest word of the node's context. */
  public int id(int depth, int node) {
    return levels[depth].ids().getInt(node);
  }

  /** The first of the node's followers; they end where the next node's begin. */
  public int firstFollower(int depth, int node) {
    return levels[depth].followers().getInt(node);
  }

  /** The place of a follower, or -1. */
  public int find(int depth, int node, int word) {
    return levels[depth].lists().find(levels[depth].followerRange(node), word);
  }

  public int word(int depth, int follower) {
    return levels[depth].words().getInt(follower);
  }

  /** The count of a follower in a shard of counts. */
  public long count(int depth, int follower) {
    return levels[depth].count(follower);
  }

  /** log10 P of a follower in a shard of logarithms. */
  public float log10Probability(int depth, int follower) {
    return Float.intBitsToFloat(levels[depth].values().getInt(follower));
  }

  /** log10 of a context's back-off weight in a shard of logarithms. */
  public float log10Weight(int depth, int node) {
    return Float.intBitsToFloat(levels[depth].states().getInt(node));
  }

  /** The totals of a node's context in a shard of counts. */
  public ContextTotals totals(int depth, int node) {
    return totals(levels[depth].states().getInt(node));
  }

  /** The totals with a code, which are those of many contexts. */
  ContextTotals totals(int code) {
    ContextTotals known = totals[code];
    return known != null ? known : makeTotals(code);
  }

  /** The code of the totals of a node's context in a shard of counts. */
  int state(int depth, int node) {
    return levels[depth].states().getInt(node);
  }

  /** What contexts with these totals free and keep; a shard is asked for one method only. */
  ContextShares shares(int depth, int code, Smoothing smoothing) {
    ContextShares[] ofDepth = shares[depth];
    ContextShares known = ofDepth == null ? null : ofDepth[code];
    return known != null ? known : makeShares(depth, code, smoothing);
  }

  private ContextShares makeShares(int depth, int code, Smoothing smoothing) {
    if (shares[depth] == null) {
      shares[depth] = new ContextShares[totals.length];
    }
    ContextShares made = new ContextShares(smoothing, depth + 1, totals(code));
    shares[depth][code] = made;
    return made;
  }

  /** Codes of totals are below this. */
  int distinctTotals() {
    return totals.length;
  }

  PackedArray ids(int depth) {
    return levels[depth].ids();
  }

  PackedArray children(int depth) {
    return levels[depth].children();
  }

  PackedArray followers(int depth) {
    return levels[depth].followers();
  }

  /** Codes of totals in a shard of counts, logarithms of weights in one of logarithms. */
  PackedArray states(int depth) {
    return levels[depth].states();
  }

  PackedArray words(int depth) {
    return levels[depth].words();
  }

  /** Codes of counts in a shard of counts, logarithms in one of logarithms. */
  PackedArray values(int depth) {
    return levels[depth].values();
  }

  /** The count that a code stands for. */
  long countOfCode(int depth, int code) {
    return levels[depth].countOfCode(code);
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
