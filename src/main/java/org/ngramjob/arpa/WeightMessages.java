// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import org.ngramjob.model.ContextTable;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ContextValues;

/**
 * Collects the back-off weights of contexts, addressed to the n-grams that these contexts are.
 *
 * <p>The context r1 r2 … rd, nearest word first, is the n-gram whose last word is r1 and whose own
 * context is r2 … rd; there its weight has to be printed. Out: blocks of (r2 … rd; r1, weight) per
 * order, sorted.
 */
final class WeightMessages implements ProbabilityWalk.Visitor {
  /** Takes the blocks of one order. */
  interface Sink {
    void block(int order, int[] context, int depth, byte[] bytes, int length) throws IOException;
  }

  private static final int BLOCK_BYTES = 32 << 10;
  private static final int CAPACITY = 4 << 20;

  private final BackOffRule rule;
  private final BucketTable buckets;
  private final ContextValues[] byOrder;
  private final Sink sink;

  WeightMessages(int order, int idLimit, BackOffRule rule, BucketTable buckets, Sink sink) {
    this.rule = rule;
    this.buckets = buckets;
    this.sink = sink;
    this.byOrder = new ContextValues[order];
    for (int n = 1; n < order; n++) {
      byOrder[n] = new ContextValues(n, idLimit);
    }
  }

  @Override
  public void context(int[] reversed, int depth, boolean owned, ContextTable table)
      throws IOException {
    if (depth == 0 || !owned || !rule.isSent(depth, table)) {
      return;
    }
    byOrder[depth].add(reversed, 1, reversed[0], BackOffRule.encode(table.weight()));
    if (byOrder[depth].size() >= CAPACITY) {
      drain(depth);
    }
  }

  /** Emits all that is left. */
  void finish() throws IOException {
    for (int n = 1; n < byOrder.length; n++) {
      drain(n);
    }
  }

  private void drain(int n) throws IOException {
    BlockWriter writer =
        new BlockWriter(
            n,
            buckets,
            BLOCK_BYTES,
            (context, depth, bytes, length) -> sink.block(n, context, depth, bytes, length));
    byOrder[n].drainTo(writer);
    writer.flush();
  }
}
