// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/** Receives the nodes of a trie bottom-up: children before their parent, siblings in order. */
interface NodeSink {
  /**
   * A node whose followers are all known.
   *
   * @param path the reversed context, valid up to {@code depth}
   * @param children number of longer contexts directly below; 0 for a leaf
   * @param firstChild whether no sibling came before
   */
  void complete(int[] path, int depth, int children, boolean firstChild, Followers followers)
      throws IOException;

  /** An upper node: of its followers only those that children in this bucket report. */
  void partial(int[] path, int depth, int children, boolean firstChild, Followers followers)
      throws IOException;
}
