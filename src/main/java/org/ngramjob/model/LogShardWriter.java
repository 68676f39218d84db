// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.trie.ByteWriter;

/**
 * Makes a {@link ModelShard} of logarithms: tables that were computed elsewhere, such as those of
 * an ARPA file.
 *
 * <p>In: contexts, siblings ascending, each with its followers ascending; all parents before their
 * children, or all after. Out: the shard's bytes.
 */
public final class LogShardWriter {
  private final ShardColumns columns;

  /** An empty shard of a model of this order. */
  public LogShardWriter(int order) {
    this.columns = new ShardColumns(order);
  }

  /** Forgets everything, for the next shard. */
  public void clear() {
    columns.clear();
  }

  /**
   * Adds the next context of a depth; its children follow before its next sibling.
   *
   * @param id its farthest word; ignored at depth 0
   * @param log10Weight of its back-off
   */
  public void addContext(int depth, int id, float log10Weight) {
    columns.addContext(depth, id, columns.followers(depth), bits(log10Weight));
  }

  /**
   * Adds the next context of a depth after its children.
   *
   * @param firstChild {@link #contexts} of the next depth before the first child was added
   */
  public void addContext(int depth, int id, float log10Weight, int firstChild) {
    columns.addContext(depth, id, columns.followers(depth), firstChild, bits(log10Weight));
  }

  /** Contexts of a depth so far. */
  public int contexts(int depth) {
    return columns.contexts(depth);
  }

  /** Adds a follower of the context of this depth that was added last. */
  public void addFollower(int depth, int word, float log10Probability) {
    columns.addFollower(depth, word, bits(log10Probability));
  }

  /** How many n-grams of each order this shard holds, order 1 first. */
  public long[] ngrams() {
    return columns.ngrams();
  }

  /** Writes the shard, once. */
  public void writeTo(ByteWriter out) {
    columns.writeLogarithms(out);
  }

  private static long bits(float value) {
    return Integer.toUnsignedLong(Float.floatToIntBits(value));
  }
}
