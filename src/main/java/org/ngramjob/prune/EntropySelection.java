// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.TrieNode;
import org.ngramjob.trie.TrieVisitor;
import org.ngramjob.trie.UpperNodes;

/**
 * Decides which n-grams stay, bucket by bucket: those that cost too much, those that are asked for,
 * and the suffixes of both.
 *
 * <p>In: counts of a bucket, and requests. Out: each context with the decisions, after all longer
 * ones of the bucket. Contexts above a split are decided on in a walk of their own; to a bucket's
 * walk they are elsewhere. Words, the n-grams of order 1, always stay.
 */
public final class EntropySelection {
  /** Meets the contexts. */
  public interface Visitor {
    /** Before any context below is met. */
    default void enter(int depth) {}

    /** After all contexts below; the context stands nearest word first, up to {@code depth}. */
    void leave(int[] reversed, int depth, SelectedContext context) throws IOException;
  }

  private final EntropyThreshold threshold;
  private final double tokens;
  private final double uniform;
  private final SelectedContext[] contexts;
  private final int[] path;
  private boolean rootReady;

  /**
   * A selection.
   *
   * @param pruning by count, which comes first
   * @param tokens of the text that was counted, ends of sentences included
   */
  public EntropySelection(
      int order,
      Smoothing smoothing,
      long vocabularySize,
      CountCutoffs pruning,
      EntropyThreshold threshold,
      long tokens) {
    this.threshold = threshold;
    this.tokens = tokens;
    this.uniform = 1.0 / vocabularySize;
    this.contexts = new SelectedContext[order];
    Arrays.setAll(contexts, depth -> new SelectedContext(depth + 1, smoothing, pruning));
    this.path = new int[order];
  }

  /** What a walk of a bucket is to be visited by. */
  public TrieVisitor visitor(Requests requests, Visitor visitor) {
    return new TrieVisitor() {
      @Override
      public void enter(TrieNode[] nodes, int depth) {
        TrieNode node = nodes[depth];
        boolean elsewhere = depth == 0 || node.isUpper();
        EntropySelection.this.enter(depth, node.id(), node.followers(), elsewhere, requests);
        visitor.enter(depth);
      }

      @Override
      public void leave(TrieNode[] nodes, int depth) throws IOException {
        EntropySelection.this.leave(depth, visitor);
      }
    };
  }

  /** Walks the upper nodes. */
  public void walk(UpperNodes upper, Requests requests, Visitor visitor) throws IOException {
    int entered = 0;
    for (int[] context : upper.contexts()) {
      int depth = context.length;
      while (entered > depth) {
        leave(--entered, visitor);
      }
      int id = depth == 0 ? -1 : context[depth - 1];
      enter(depth, id, upper.followers(context), false, requests);
      visitor.enter(depth);
      entered = depth + 1;
    }
    while (entered > 0) {
      leave(--entered, visitor);
    }
  }

  private void enter(int depth, int id, Followers followers, boolean elsewhere, Requests requests) {
    SelectedContext context = contexts[depth];
    if (depth == 0) {
      if (!rootReady) {
        context.fill(followers, null, uniform, true);
        rootReady = true;
      }
      return;
    }
    path[depth - 1] = id;
    context.fill(followers, contexts[depth - 1], uniform, elsewhere);
    if (!elsewhere) {
      context.decide(tokens, threshold);
      for (int i = 0; i < context.size(); i++) {
        if (requests.has(path, depth, context.word(i))) {
          context.keep(i);
        }
      }
    }
  }

  private void leave(int depth, Visitor visitor) throws IOException {
    if (depth > 1 && !contexts[depth].isElsewhere()) {
      contexts[depth - 1].keepFor(contexts[depth]);
    }
    visitor.leave(path, depth, contexts[depth]);
  }
}
