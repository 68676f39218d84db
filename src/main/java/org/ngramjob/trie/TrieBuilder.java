// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/**
 * Builds one bucket's trie of reversed contexts bottom-up.
 *
 * <p>In: stripes of one bucket in {@link ContextOrder}, each context once; they are the leaves.
 * Out: every node, children before parents, with raw and adjusted counts. An upper node (see {@link
 * BucketTable#isUpper}) comes out partial and reports nothing to its own parent: were a context
 * that is split over buckets to do so, its words would be counted once per piece.
 */
public final class TrieBuilder implements StripeSink {
  private final int contextLength;
  private final BucketTable buckets;
  private final NodeSink sink;
  private final int[] path;
  private final FollowerGathering[] gathered;
  private final int[] children;
  private final Followers followers = new Followers();
  private final WordSums sums = new WordSums();

  /** Nodes at depths 0 to depth - 1 are open; -1 before the first bucket. */
  private int depth = -1;

  private int[] ownBoundary = {};
  private int[] nextBoundary = {};

  TrieBuilder(int order, BucketTable buckets, NodeSink sink) {
    this.contextLength = order - 1;
    this.buckets = buckets;
    this.sink = sink;
    this.path = new int[Math.max(1, contextLength)];
    this.gathered = new FollowerGathering[contextLength + 1];
    for (int d = 0; d <= contextLength; d++) {
      gathered[d] = new FollowerGathering();
    }
    this.children = new int[contextLength + 1];
  }

  /** Opens a bucket; close the one before first. */
  void begin(int newBucket) {
    ownBoundary = buckets.boundary(newBucket);
    nextBoundary = newBucket + 1 < buckets.size() ? buckets.boundary(newBucket + 1) : new int[0];
    depth = 0;
    openNode(0);
    followers.clear();
  }

  @Override
  public void stripe(Stripe stripe) throws IOException {
    int leaf = stripe.depth;
    if (leaf > 0) {
      descendTo(stripe.context, leaf - 1);
      path[leaf - 1] = stripe.context[leaf - 1];
    }
    followers.clear();
    for (int i = 0; i < stripe.size; i++) {
      followers.add(stripe.words[i], stripe.counts[i], stripe.counts[i]);
    }
    if (leaf == 0) {
      return; // Order 1: the root is the only leaf; end() hands it on.
    }
    sink.complete(path, leaf, 0, children[leaf - 1] == 0, followers);
    report(leaf);
  }

  /** Closes the bucket, after opening the upper nodes it owns. */
  void end() throws IOException {
    int longest = nextBoundary.length - 1;
    if (longest > 0
        && ContextOrder.compare(nextBoundary, longest, ownBoundary, ownBoundary.length) >= 0) {
      descendTo(nextBoundary, longest);
    }
    closeDownTo(-1);
  }

  /** Makes the node of {@code context[0, length)} the innermost open one. */
  private void descendTo(int[] context, int length) throws IOException {
    int shared = ContextOrder.commonPrefix(context, length, path, depth);
    closeDownTo(shared);
    while (depth < length) {
      path[depth] = context[depth];
      depth++;
      openNode(depth);
    }
  }

  private void openNode(int atDepth) {
    gathered[atDepth].clear();
    children[atDepth] = 0;
  }

  private void closeDownTo(int target) throws IOException {
    while (depth > target) {
      if (contextLength > 0) {
        gathered[depth].unionInto(followers, sums);
      }
      boolean first = depth == 0 || children[depth - 1] == 0;
      if (isUpper()) {
        sink.partial(path, depth, children[depth], first, followers);
        if (depth > 0) {
          children[depth - 1]++;
        }
      } else {
        sink.complete(path, depth, children[depth], first, followers);
        report(depth);
      }
      depth--;
    }
  }

  /**
   * Whether the innermost open node is an upper one: {@link BucketTable#isUpper} for a node met in
   * this bucket, whose extensions in other buckets must then begin with one of its two boundaries.
   */
  private boolean isUpper() {
    return depth == 0 || isAbove(ownBoundary) || isAbove(nextBoundary);
  }

  private boolean isAbove(int[] boundary) {
    return boundary.length > depth
        && ContextOrder.commonPrefix(boundary, boundary.length, path, depth) == depth;
  }

  /** Tells the parent of the node just made about its followers. */
  private void report(int ofDepth) {
    FollowerGathering parent = gathered[ofDepth - 1];
    for (int i = 0; i < followers.size(); i++) {
      parent.add(followers.word(i), followers.raw(i));
    }
    children[ofDepth - 1]++;
  }
}
