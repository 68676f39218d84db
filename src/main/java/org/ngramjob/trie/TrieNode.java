// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * A node of the context trie as a walk meets it; one instance per depth is filled again and again.
 */
public final class TrieNode {
  int id = -1;

  /** Number of contexts one word longer, in this bucket. */
  int children;

  boolean leaf;
  boolean partial;
  boolean owned = true;
  Followers followers = new Followers();

  /** The last (farthest) id of the reversed context; -1 at the root. */
  public int id() {
    return id;
  }

  /** Whether no longer context can exist below. */
  public boolean isLeaf() {
    return leaf;
  }

  /**
   * Whether this bucket speaks for the node. A node above a split is met in several buckets but
   * owned by one: what is written once per node is written there.
   */
  public boolean isOwned() {
    return owned;
  }

  /** Whether the node's followers come from several buckets; see {@link UpperNodes}. */
  public boolean isUpper() {
    return partial;
  }

  /** All followers, also where they come from several buckets. */
  public Followers followers() {
    return followers;
  }
}
