// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/** Meets the nodes of a bucket top-down: a parent before its children, siblings in order. */
public interface TrieVisitor {
  /**
   * Enters the node {@code nodes[depth]}, whose reversed context is the ids of {@code nodes[1 …
   * depth]}; its ancestors with their followers stand before it in the array.
   */
  void enter(TrieNode[] nodes, int depth) throws IOException;

  /** Leaves it, all nodes below having been met. */
  default void leave(TrieNode[] nodes, int depth) throws IOException {}
}
