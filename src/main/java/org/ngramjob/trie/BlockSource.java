// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/** Gives encoded blocks in the order of the contexts at which they begin. */
public interface BlockSource {
  /** Moves to the next block; false when there is none. */
  boolean next() throws IOException;

  /** The reversed context at which the block begins, valid up to {@link #depth()}. */
  int[] context();

  int depth();

  /** The block, valid up to {@link #length()} until the next call of {@link #next()}. */
  byte[] bytes();

  int length();
}
