// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;

/** Decodes the stripes of one block, one after another, into its {@link #stripe()}. */
final class BlockReader {
  private final int contextLength;
  private final ByteReader in = new ByteReader();
  private final Stripe stripe;
  private final int[] last;
  private int lastDepth;
  private byte[] copy = {};
  private int length;

  BlockReader(int order) {
    this.contextLength = order - 1;
    this.stripe = new Stripe(order);
    this.last = new int[Math.max(1, contextLength)];
  }

  /** Opens a block; its bytes are copied, so the caller may reuse them. */
  void open(byte[] bytes, int length) {
    if (copy.length < length) {
      copy = new byte[Math.max(length, 2 * copy.length)];
    }
    System.arraycopy(bytes, 0, copy, 0, length);
    this.length = length;
    lastDepth = copy[length - 1];
    int end = length - 1 - Integer.BYTES * lastDepth;
    if (lastDepth < 0 || lastDepth > contextLength || end < 0) {
      throw Failure.badInput("corrupt block: its last context has length " + lastDepth);
    }
    in.reset(copy, end, length - 1);
    for (int i = 0; i < lastDepth; i++) {
      last[i] = in.readInt();
    }
    in.reset(copy, 0, end);
    stripe.depth = 0;
    stripe.size = 0;
  }

  /** Whether all of the block comes before a context. */
  boolean endsBefore(int[] context, int depth) {
    return ContextOrder.compare(last, lastDepth, context, depth) < 0;
  }

  /** The block as it was opened, valid up to {@link #length()}. */
  byte[] bytes() {
    return copy;
  }

  int length() {
    return length;
  }

  /** The stripe read last. */
  Stripe stripe() {
    return stripe;
  }

  /** Reads the next stripe; false at the end of the block. */
  boolean next() {
    if (!in.hasMore()) {
      return false;
    }
    int flags = in.readByte();
    int shared = flags & BlockWriter.SHARED_MASK;
    if (shared > stripe.depth) {
      throw Failure.badInput("corrupt block: a context shares more ids than the one before has");
    }
    readContext(shared);
    int followers = (flags >> BlockWriter.FOLLOWERS_SHIFT & BlockWriter.MANY_FOLLOWERS) + 1;
    if (followers > BlockWriter.MANY_FOLLOWERS) {
      followers = in.readVarInt();
    }
    boolean allOnes = (flags & BlockWriter.ALL_ONES) != 0;
    int word = -1;
    stripe.size = 0;
    for (int i = 0; i < followers; i++) {
      word += in.readVarInt() + 1;
      stripe.add(word, allOnes ? 1 : in.readVarLong());
    }
    return true;
  }

  private void readContext(int shared) {
    int[] context = stripe.context;
    int length = shared;
    int previous = stripe.depth > shared ? context[shared] : -1;
    while (length < contextLength && (length == 0 || context[length - 1] != SpecialWords.BEGIN)) {
      context[length++] = previous + 1 + in.readVarInt();
      previous = -1;
    }
    stripe.depth = length;
  }
}
