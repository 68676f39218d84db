// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/** Receives encoded blocks in context order. */
@FunctionalInterface
public interface BlockSink {
  /**
   * Takes the next block.
   *
   * @param context the reversed context at which the block begins, valid up to {@code depth}
   * @param bytes the block, valid up to {@code length}; reused after the call
   */
  void block(int[] context, int depth, byte[] bytes, int length) throws IOException;
}
