// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/**
 * Encodes stripes into blocks.
 *
 * <p>In: stripes in {@link ContextOrder}. Out: blocks of about the given number of bytes, in the
 * same order; no block crosses a bucket; the followers of one context may go on in the next block.
 *
 * <p>A stripe is a byte of flags (bits 0–3: ids shared with the context before; bits 4–5: followers
 * - 1, 3 for "more, a number follows"; bit 6: every count is 1), the ids not shared (the first as
 * distance), and the followers as distances, each with its count unless all are 1. The block ends
 * with its last context as plain ints and their number.
 */
public final class BlockWriter implements StripeSink {
  static final int SHARED_MASK = 15;
  static final int FOLLOWERS_SHIFT = 4;
  static final int MANY_FOLLOWERS = 3;
  static final int ALL_ONES = 64;

  private final BucketTable buckets;
  private final int blockBytes;
  private final BlockSink sink;
  private final ByteWriter block;
  private final int[] first;
  private final int[] last;
  private int firstDepth;
  private int lastDepth;

  /** Where the next bucket begins; null in the last one. */
  private int[] nextBoundary;

  public BlockWriter(int order, BucketTable buckets, int blockBytes, BlockSink sink) {
    this.buckets = buckets;
    this.blockBytes = blockBytes;
    this.sink = sink;
    this.block = new ByteWriter(blockBytes + 1024);
    this.first = new int[Math.max(1, order - 1)];
    this.last = new int[first.length];
  }

  @Override
  public void stripe(Stripe stripe) throws IOException {
    if (leavesBucket(stripe)) {
      flush();
    }
    if (block.length() == 0) {
      int next = buckets.bucketOf(stripe.context, 0, stripe.depth) + 1;
      nextBoundary = next < buckets.size() ? buckets.boundary(next) : null;
    }
    for (int from = 0; from < stripe.size; ) {
      if (from > 0 || block.length() >= blockBytes) {
        flush();
      }
      // Long lists are cut so that blocks stay small; a block holds a context once.
      int to = Math.min(stripe.size, from + Math.max(1, blockBytes / 8));
      append(stripe, from, to);
      from = to;
    }
  }

  /** Ends the current block; call once more after the last stripe. */
  public void flush() throws IOException {
    if (block.length() > 0) {
      for (int i = 0; i < lastDepth; i++) {
        block.writeInt(last[i]);
      }
      block.writeByte(lastDepth);
      sink.block(first, firstDepth, block.bytes(), block.length());
      block.clear();
    }
  }

  private boolean leavesBucket(Stripe stripe) {
    int[] next = nextBoundary;
    return block.length() > 0
        && next != null
        && ContextOrder.compare(stripe.context, stripe.depth, next, next.length) >= 0;
  }

  private void append(Stripe stripe, int from, int to) {
    int depth = stripe.depth;
    int[] context = stripe.context;
    int shared = 0;
    int previous = -1;
    if (block.length() == 0) {
      System.arraycopy(context, 0, first, 0, depth);
      firstDepth = depth;
    } else {
      shared = ContextOrder.commonPrefix(context, depth, last, lastDepth);
      previous = shared < depth ? last[shared] : -1;
    }
    int followers = to - from;
    boolean allOnes = true;
    for (int i = from; i < to; i++) {
      allOnes &= stripe.counts[i] == 1;
    }
    int code = Math.min(followers - 1, MANY_FOLLOWERS);
    block.writeByte(shared | code << FOLLOWERS_SHIFT | (allOnes ? ALL_ONES : 0));
    for (int i = shared; i < depth; i++) {
      block.writeVarLong(context[i] - previous - 1);
      last[i] = context[i];
      previous = -1;
    }
    lastDepth = depth;
    if (code == MANY_FOLLOWERS) {
      block.writeVarLong(followers);
    }
    int word = -1;
    for (int i = from; i < to; i++) {
      block.writeVarLong(stripe.words[i] - word - 1);
      word = stripe.words[i];
      if (!allOnes) {
        block.writeVarLong(stripe.counts[i]);
      }
    }
  }
}
