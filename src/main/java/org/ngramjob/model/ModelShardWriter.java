// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;

/**
 * Turns a bucket of counts into the columns of a {@link ModelShard}.
 *
 * <p>In: the nodes of a bucket top-down ({@link org.ngramjob.trie.TrieWalk}). Out: per depth the
 * contexts that keep a follower or lead to one that does, in context order, with totals and
 * followers in the kind of counts the method asks for. A node whose followers come from several
 * buckets stands here without followers; they are in the shard of upper nodes.
 */
public final class ModelShardWriter implements TrieVisitor {
  static final int MAGIC = 0x4d47_4e31;

  private final int order;
  private final CountKind kind;
  private final Pruning pruning;
  private final Level[] levels;
  private final long[] totals = new long[TotalsColumn.FIELDS];
  private TotalsColumn distinct = new TotalsColumn();

  /** The columns of one depth. */
  private static final class Level {
    final LongColumn ids = new LongColumn();
    final LongColumn children = new LongColumn();
    final LongColumn followers = new LongColumn();
    final LongColumn totals = new LongColumn();
    final LongColumn words = new LongColumn();
    final LongColumn counts = new LongColumn();

    void clear() {
      ids.clear();
      children.clear();
      followers.clear();
      totals.clear();
      words.clear();
      counts.clear();
    }
  }

  public ModelShardWriter(int order, CountKind kind, Pruning pruning) {
    this.order = order;
    this.kind = kind;
    this.pruning = pruning;
    this.levels = new Level[order];
    for (int depth = 0; depth < order; depth++) {
      levels[depth] = new Level();
    }
  }

  public void clear() {
    for (Level level : levels) {
      level.clear();
    }
    distinct = new TotalsColumn();
  }

  @Override
  public void enter(TrieNode[] nodes, int depth) {
    TrieNode node = nodes[depth];
    add(depth, node.id(), node.isUpper() ? null : node.followers());
  }

  /**
   * Adds the next context of a depth; its children follow before its next sibling.
   *
   * @param followers null where they stand in another shard
   */
  void add(int depth, int id, Followers followers) {
    Level level = levels[depth];
    int firstFollower = level.words.size();
    Arrays.fill(totals, 0);
    if (followers != null) {
      addFollowers(depth, followers, level);
      if (depth > 0 && level.words.size() == firstFollower) {
        return; // All pruned: what is longer has lower counts, so nothing below is kept either.
      }
    }
    level.ids.add(Math.max(0, id));
    level.children.add(depth + 1 < order ? levels[depth + 1].ids.size() : 0);
    level.followers.add(firstFollower);
    level.totals.add(distinct.code(totals));
  }

  private void addFollowers(int depth, Followers followers, Level level) {
    for (int i = 0; i < followers.size(); i++) {
      long count = kind == CountKind.RAW ? followers.raw(i) : followers.adjusted(i);
      totals[0] += count;
      if (pruning.drops(depth + 1, followers.raw(i))) {
        totals[1] += count;
      } else {
        totals[1 + (int) Math.min(count, 6)]++;
        level.words.add(followers.word(i));
        level.counts.add(count);
      }
    }
  }

  /** How many n-grams of each order this shard keeps, order 1 first. */
  public long[] ngrams() {
    long[] ngrams = new long[order];
    for (int depth = 0; depth < order; depth++) {
      ngrams[depth] = levels[depth].words.size();
    }
    return ngrams;
  }

  /** Writes the shard: heads of all depths as ints, the table of totals, then the columns. */
  public void writeTo(ByteWriter out) {
    ByteWriter columns = new ByteWriter(1 << 16);
    int[] head = new int[ModelShard.headInts(order)];
    head[0] = MAGIC;
    head[1] = order;
    head[2] = distinct.size();
    int[] widths = new int[TotalsColumn.FIELDS];
    distinct.writeTo(columns, widths);
    System.arraycopy(widths, 0, head, 3, widths.length);
    for (int depth = 0; depth < order; depth++) {
      writeLevel(depth, columns, head, ModelShard.levelHead(depth));
    }
    for (int value : head) {
      out.writeIntLittleEndian(value);
    }
    out.write(columns.bytes(), 0, columns.length());
  }

  private void writeLevel(int depth, ByteWriter out, int[] head, int at) {
    Level level = levels[depth];
    // One more entry marks the end of the last node's ranges.
    int nodes = level.ids.size();
    level.children.add(depth + 1 < order ? levels[depth + 1].ids.size() : 0);
    level.followers.add(level.words.size());
    head[at] = nodes;
    head[at + 1] = level.words.size();
    head[at + 2] = out.length();
    head[at + 3] = writeColumn(level.ids, out);
    head[at + 4] = writeColumn(level.children, out);
    head[at + 5] = writeColumn(level.followers, out);
    head[at + 6] = writeColumn(level.totals, out);
    head[at + 7] = writeColumn(level.words, out);
    System.arraycopy(CountArray.write(level.counts, out), 0, head, at + 8, CountArray.HEAD_INTS);
  }

  private static int writeColumn(LongColumn column, ByteWriter out) {
    column.writeTo(out, column.width());
    return column.width();
  }
}
