// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;
import org.ngramjob.trie.UpperNodes;

/**
 * Turns a bucket of counts into the columns of a {@link ModelShard}.
 *
 * <p>In: the nodes of a bucket top-down ({@link org.ngramjob.trie.TrieWalk}). Out: per depth the
 * contexts that keep a follower or lead to one that does, in context order, with totals and
 * followers in the kind of counts the method asks for. A node whose followers come from several
 * buckets stands here without followers; they are in the shard of upper nodes.
 */
public final class ModelShardWriter implements TrieVisitor {
  private final CountKind kind;
  private final CountCutoffs pruning;
  private final ShardColumns columns;
  private final long[] totals = new long[TotalsColumn.FIELDS];
  private TotalsColumn distinct = new TotalsColumn();

  /**
   * An empty shard.
   *
   * @param order N of the model
   * @param kind of the counts that it keeps
   * @param pruning by raw counts, whatever the kind
   */
  public ModelShardWriter(int order, CountKind kind, CountCutoffs pruning) {
    this.kind = kind;
    this.pruning = pruning;
    this.columns = new ShardColumns(order);
  }

  /** Forgets everything, for the next shard. */
  public void clear() {
    columns.clear();
    distinct = new TotalsColumn();
  }

  @Override
  public void enter(TrieNode[] nodes, int depth) {
    TrieNode node = nodes[depth];
    add(depth, node.id(), node.isUpper() ? null : node.followers());
  }

  /** Adds all nodes above the buckets to an empty shard, which is then that of upper nodes. */
  public void addUpper(UpperNodes nodes) {
    // Context order puts a prefix first: each node comes after its parent and before its siblings.
    nodes.forEach(
        (context, followers) ->
            add(context.length, context.length == 0 ? -1 : context[context.length - 1], followers));
  }

  /**
   * Adds the next context of a depth; its children follow before its next sibling.
   *
   * @param followers null where they stand in another shard
   */
  void add(int depth, int id, Followers followers) {
    int firstFollower = columns.followers(depth);
    if (followers != null && isOneSeenOnce(depth, followers)) {
      columns.addFollower(depth, followers.word(0), 1);
      columns.addContext(depth, id, firstFollower, distinct.codeOfOneSeenOnce());
      return;
    }
    Arrays.fill(totals, 0);
    if (followers != null) {
      addFollowers(depth, followers);
      if (depth > 0 && columns.followers(depth) == firstFollower) {
        return; // All pruned: what is longer has lower counts, so nothing below is kept either.
      }
    }
    columns.addContext(depth, id, firstFollower, distinct.code(totals));
  }

  /** Whether there is one follower, seen once, and kept. */
  private boolean isOneSeenOnce(int depth, Followers followers) {
    return followers.size() == 1 && followers.raw(0) == 1 && !pruning.drops(depth + 1, 1);
  }

  private void addFollowers(int depth, Followers followers) {
    for (int i = 0; i < followers.size(); i++) {
      long count = kind == CountKind.RAW ? followers.raw(i) : followers.adjusted(i);
      if (pruning.drops(depth + 1, followers.raw(i))) {
        TotalsColumn.lose(totals, count);
      } else {
        TotalsColumn.keep(totals, count);
        columns.addFollower(depth, followers.word(i), count);
      }
    }
  }

  /** How many n-grams of each order this shard keeps, order 1 first. */
  public long[] ngrams() {
    return columns.ngrams();
  }

  /** Writes the shard, once. */
  public void writeTo(ByteWriter out) {
    columns.writeCounts(distinct, out);
  }
}
