// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.StripeBuffer;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;

/** Turns the leaves of the tries of one part into blocks of stripes with new ids. */
final class PartStripes implements TrieVisitor {
  private final Relabelling ids;
  private final FollowerCode code;
  private final StripeBuffer buffer;
  private final BlockWriter blocks;
  private final int[] context;

  PartStripes(
      int order, Relabelling ids, FollowerCode code, StripeBuffer buffer, BlockWriter blocks) {
    this.ids = ids;
    this.code = code;
    this.buffer = buffer;
    this.blocks = blocks;
    this.context = new int[order];
  }

  @Override
  public void enter(TrieNode[] nodes, int depth) throws IOException {
    if (depth > 0) {
      context[depth - 1] = ids.id(nodes[depth].id());
    }
    if (!nodes[depth].isLeaf()) {
      return;
    }
    buffer.begin(context, depth);
    Followers followers = nodes[depth].followers();
    for (int i = 0; i < followers.size(); i++) {
      buffer.add(code.of(ids.id(followers.word(i))), followers.raw(i));
    }
    if (buffer.isFull()) {
      drain();
    }
  }

  /** Emits what is left in the buffer. */
  void drain() throws IOException {
    buffer.drainTo(blocks);
    blocks.flush();
  }
}
