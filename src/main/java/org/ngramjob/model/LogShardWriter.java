// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import org.ngramjob.trie.ByteWriter;

/**
 * Makes a {@link ModelShard} of logarithms: tables that were computed elsewhere, such as those of
 * an ARPA file.
 *
 * <p>In: contexts top-down, a parent before its children, siblings ascending, each with its
 * followers ascending. Out: the shard's bytes.
 */
public final class LogShardWriter {
  private final ShardColumns columns;

  public LogShardWriter(int order) {
    this.columns = new ShardColumns(order);
  }

  public void clear() {
    columns.clear();
  }

  /**
   * Begins the next context of a depth; its children follow before its next sibling.
   *
   * @param id its farthest word; ignored at depth 0
   * @param log10Weight of its back-off
   */
  public void addContext(int depth, int id, float log10Weight) {
    columns.addContext(depth, id, columns.followers(depth), bits(log10Weight));
  }

  /** Adds a follower of the context of this depth that was begun last. */
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
