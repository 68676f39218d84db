// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.trie.BucketTable;

/**
 * Walks the tables top-down with the probability of every follower at hand.
 *
 * <p>In: the shard of a bucket and the shard of upper nodes. Out: every context of the bucket, a
 * shorter one before what it begins, with P(w | context) of its followers and its back-off weight.
 * A parent in the trie is the next shorter context, so the recursion of smoothing is this walk.
 */
public final class ProbabilityWalk {
  /** What the contexts are met with. */
  public enum Wanted {
    /** All followers and the weight. */
    PROBABILITIES,
    /** The weight, which often takes no look at the followers; the tables need not have any. */
    WEIGHTS
  }

  /** Meets the contexts. */
  public interface Visitor {
    /**
     * One context.
     *
     * @param reversed the context, valid up to {@code depth}
     * @param owned whether this bucket speaks for it; contexts above a split are met by several
     */
    void context(int[] reversed, int depth, boolean owned, ContextTable table) throws IOException;

    /**
     * Whether to be met with contexts of the greatest length that have these totals, where the
     * weight alone is asked for.
     */
    default boolean wants(int depth, ContextTotals totals) {
      return true;
    }

    /**
     * Words that are followers or last words of the contexts to come. Who looks them up in a table
     * larger than the processor's caches may do so now, all at once, instead of waiting for the
     * memory at each.
     */
    default void upcoming(int[] words, int length) {}
  }

  /** No id: after all. */
  private static final int NONE = Integer.MAX_VALUE;

  private final BucketTable buckets;
  private final TableSource upper;
  private final TableSource shard;
  private final ContextTable[] tables;
  private final int[] path;

  /** Of the open nodes, by depth: where the rest of the children begins and ends. */
  private final int[] nextChild;

  private final int[] endOfChildren;

  /** The same in the shard of upper nodes. */
  private final int[] nextUpper;

  private final int[] endOfUpper;

  /** The child found last, -1 in the shard that lacks it. */
  private int child;

  private int upperChild;

  private final ShardRun.Foresight foresight = new Announcement();
  private Visitor visitor = (reversed, depth, owned, table) -> {};
  private int bucket;
  private boolean rootReady;

  private ProbabilityWalk(
      BucketTable buckets, ModelShard upperShard, TableSource upper, TableSource shard, int words) {
    this.buckets = buckets;
    this.upper = upper;
    this.shard = shard;
    int order = upperShard.order();
    this.tables = new ContextTable[order];
    // The root and what is next to it have long lists, which every longer context asks.
    Arrays.setAll(tables, depth -> new ContextTable(depth < Math.min(2, order - 1) ? words : 0));
    this.path = new int[Math.max(1, order - 1)];
    this.nextChild = new int[order];
    this.endOfChildren = new int[order];
    this.nextUpper = new int[order];
    this.endOfUpper = new int[order];
    upper.open(upperShard, foresight);
  }

  /**
   * A walk over tables of counts.
   *
   * @param vocabularySize V, without {@code <s>}: ids go up to V itself
   * @throws IllegalArgumentException for a method that asks no shorter context, as {@link
   *     org.ngramjob.smooth.LowerOrder#UNIFORM} and {@link org.ngramjob.smooth.LowerOrder#NONE}:
   *     this walk is for the others
   */
  public static ProbabilityWalk overCounts(
      Smoothing smoothing,
      long vocabularySize,
      BucketTable buckets,
      ModelShard upperShard,
      Wanted wanted) {
    int order = upperShard.order();
    double uniform = 1.0 / vocabularySize;
    boolean all = wanted == Wanted.PROBABILITIES;
    CountedTables upper = new CountedTables(order, smoothing, uniform, all);
    CountedTables shard = new CountedTables(order, smoothing, uniform, all);
    int words = shard.readsFollowers() ? Math.toIntExact(vocabularySize) + 1 : 0;
    return new ProbabilityWalk(buckets, upperShard, upper, shard, words);
  }

  /** A walk over tables of logarithms. */
  public static ProbabilityWalk overLogarithms(
      BucketTable buckets, ModelShard upperShard, Wanted wanted) {
    boolean all = wanted == Wanted.PROBABILITIES;
    TableSource upper = new LogarithmTables(upperShard.order(), all);
    TableSource shard = new LogarithmTables(upperShard.order(), all);
    return new ProbabilityWalk(buckets, upperShard, upper, shard, 0);
  }

  /** Walks one bucket. */
  public void walk(int newBucket, ModelShard newShard, Visitor newVisitor) throws IOException {
    bucket = newBucket;
    visitor = newVisitor;
    shard.open(newShard, foresight);
    int depth = 0;
    visit(0, 0, 0);
    // Not a recursion, which the compiler would unfold into itself with all that it inlines; and
    // nodes are visited from here alone, where a small loop calls what is compiled once.
    while (depth >= 0) {
      if (findNextChild(depth)) {
        depth++;
        visit(depth, child, upperChild);
      } else {
        depth--;
      }
    }
  }

  /**
   * Visits a node.
   *
   * @param node -1 where the bucket's shard lacks it: of an upper node, pruning may have left
   *     followers in the upper shard and no child in this bucket
   * @param upperNode -1 where it stands in no other shard
   */
  private void visit(int depth, int node, int upperNode) throws IOException {
    boolean above = upperNode >= 0;
    fill(above ? upper : shard, depth, above ? upperNode : node);
    boolean owned = !above || buckets.bucketOf(path, 0, depth) == bucket;
    visitor.context(path, depth, owned, tables[depth]);
    boolean inner = depth + 1 < tables.length;
    boolean children = inner && node >= 0;
    nextChild[depth] = children ? shard.run().firstChild(depth, node) : 0;
    endOfChildren[depth] = children ? shard.run().firstChild(depth, node + 1) : 0;
    ModelShard upperShard = upper.run().shard();
    nextUpper[depth] = inner && above ? upperShard.firstChild(depth, upperNode) : 0;
    endOfUpper[depth] = inner && above ? upperShard.firstChild(depth, upperNode + 1) : 0;
  }

  /** Finds the next child of an open node, in the order of ids whichever shards have it. */
  private boolean findNextChild(int depth) {
    while (true) {
      boolean above = nextUpper[depth] < endOfUpper[depth];
      if (!above && depth + 2 == tables.length) {
        nextChild[depth] =
            shard.firstWanted(depth + 1, nextChild[depth], endOfChildren[depth], visitor);
      }
      boolean here = nextChild[depth] < endOfChildren[depth];
      if (!here && !above) {
        return false;
      }
      int id = here ? shard.run().id(depth + 1, nextChild[depth]) : NONE;
      int upperId = above ? upper.run().shard().id(depth + 1, nextUpper[depth]) : NONE;
      path[depth] = Math.min(id, upperId);
      child = id <= upperId ? nextChild[depth]++ : -1;
      upperChild = upperId <= id ? nextUpper[depth]++ : -1;
      if (child >= 0 || buckets.holdsPartOf(bucket, path, 0, depth + 1)) {
        return true;
      }
    }
  }

  private void fill(TableSource source, int depth, int node) {
    if (depth > 0) {
      source.fill(tables[depth], depth, node, tables[depth - 1]);
    } else if (!rootReady) {
      source.fill(tables[0], 0, node, null);
      rootReady = true;
    }
  }

  /** Tells all who look words up which come next. */
  private final class Announcement implements ShardRun.Foresight {
    @Override
    public void ids(int[] ids, int length) {
      visitor.upcoming(ids, length);
    }

    @Override
    public void words(int depth, int[] words, int length) {
      visitor.upcoming(words, length);
      tables[depth].upcoming(words, length);
      if (depth > 0) {
        tables[depth - 1].upcoming(words, length);
      }
    }
  }
}
