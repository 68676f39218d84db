// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

import java.io.IOException;
import org.ngramjob.trie.BucketTable;

/**
 * Asks for the n-grams in other buckets that what stays here is made of.
 *
 * <p>If "a b c d" stays, so must "a b c" and, as its suffixes, "b c" and "c"; and "a b". Suffixes
 * are the business of the bucket that is asked, except those among the upper nodes.
 */
public final class PartRequests implements EntropySelection.Visitor {
  /** Takes a request. */
  public interface Sink {
    /**
     * The n-gram that ends in a word must stay.
     *
     * @param reversed its context begins at {@code from}
     */
    void request(int order, int[] reversed, int from, int word) throws IOException;
  }

  private final BucketTable buckets;
  private final Sink toBuckets;
  private final Sink toUpper;

  public PartRequests(BucketTable buckets, Sink toBuckets, Sink toUpper) {
    this.buckets = buckets;
    this.toBuckets = toBuckets;
    this.toUpper = toUpper;
  }

  @Override
  public void leave(int[] reversed, int depth, SelectedContext context) throws IOException {
    if (depth == 0) {
      return;
    }
    if (context.isElsewhere()) {
      for (int i = 0; i < context.size(); i++) {
        if (context.isKept(i)) {
          toUpper.request(depth + 1, reversed, 0, context.word(i));
        }
      }
    } else if (context.keepsAny() && !context.keepsBelow()) {
      // A longer context that keeps something has asked for all this and more.
      for (int from = 1; from < depth; from++) {
        request(reversed, from, depth - from, reversed[from - 1]);
      }
    }
  }

  private void request(int[] reversed, int from, int length, int word) throws IOException {
    if (!buckets.isUpper(reversed, from, length)) {
      toBuckets.request(length + 1, reversed, from, word);
    }
    // The nearest suffix above a split stands in another place; shorter ones follow from it there.
    for (int upper = length; upper > 0; upper--) {
      if (buckets.isUpper(reversed, from, upper)) {
        toUpper.request(upper + 1, reversed, from, word);
        return;
      }
    }
  }
}
