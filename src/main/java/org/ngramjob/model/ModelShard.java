// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;
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

  private final boolean hasLogarithms;
  private final ShardLevel[] levels;
  private final PackedArray[] totalsTable = new PackedArray[TotalsColumn.FIELDS];

  /** Totals made from the table so far; a lost race only makes an equal one again. */
  private final ContextTotals[] totals;

  /** Shares made from totals so far, by depth; as above. */
  private final ContextShares[][] shares;

  private ModelShard(TableBytes bytes, int order, int distinct) {
    boolean counted = bytes.getInt(0) == COUNTS;
    int columns = 4 * headInts(order);
    int at = columns;
    int rowBits = 0;
    for (int field = 0; counted && field < TotalsColumn.FIELDS; field++) {
      int width = bytes.getInt(4 * (3 + field));
      totalsTable[field] = new PackedArray(bytes, at, width, distinct);
      at += (int) PackedArray.byteLength(width, distinct);
      rowBits += width;
    }
    // Rows differ, so there are several only where they have bits: then as many bytes as that are
    // there, and the arrays to be made are not out of proportion.
    if (counted ? distinct < 1 || (distinct > 1 && rowBits == 0) : distinct != 0) {
      throw new IndexOutOfBoundsException("so many totals (" + distinct + ") cannot be");
    }
    this.totals = new ContextTotals[distinct];
    this.levels = new ShardLevel[order];
    this.shares = new ContextShares[order][];
    for (int depth = 0; depth < order; depth++) {
      levels[depth] = new ShardLevel(bytes, depth, !counted, 4 * levelHead(depth), columns);
    }
    // The root.
    Objects.checkIndex(0, levels[0].nodes());
    this.hasLogarithms = !counted;
  }

  /**
   * Opens a shard that takes the whole buffer.
   *
   * @param place what to call it in an error
   * @throws Failure if its head is not that of a shard, or what it says needs more bytes
   */
  public static ModelShard open(ByteBuffer shard, String place) {
    TableBytes bytes = TableBytes.of(shard);
    int kind = bytes.length() < 12 ? 0 : bytes.getInt(0);
    int order = kind == COUNTS || kind == LOGARITHMS ? bytes.getInt(4) : 0;
    try {
      if (order >= 1 && order <= NgramOrder.LONGEST) {
        return new ModelShard(bytes, order, bytes.getInt(8));
      }
    } catch (IndexOutOfBoundsException e) {
      throw damaged(place, e);
    }
    throw damaged(place, null);
  }

  /** Nothing in a head is believed before it is seen to fit the bytes there are. */
  private static Failure damaged(String place, Exception cause) {
    return new Failure(
        ExitCode.BAD_INPUT, place + " is damaged or cut; copy or make the model again", cause);
  }

  static int headInts(int order) {
    return FIXED_INTS + order * ShardLevel.HEAD_INTS;
  }

  static int levelHead(int depth) {
    return FIXED_INTS + depth * ShardLevel.HEAD_INTS;
  }

  /** The contexts of a length, with their followers, column by column. */
  ShardLevel level(int depth) {
    return levels[depth];
  }

  /** N: depths are 0 to N - 1. */
  public int order() {
    return levels.length;
  }

  /** Whether this is a shard of logarithms. */
  boolean hasLogarithms() {
    return hasLogarithms;
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

  /** The id of a follower, by its place in the depth's column. */
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

  /** The count that a code stands for. */
  long countOfCode(int depth, int code) {
    return levels[depth].countOfCode(code);
  }

  private ContextTotals makeTotals(int code) {
    long[] row = new long[TotalsColumn.FIELDS];
    for (int field = 0; field < row.length; field++) {
      row[field] = totalsTable[field].get(code);
    }
    ContextTotals made = TotalsColumn.totals(row);
    totals[code] = made;
    return made;
  }
}
