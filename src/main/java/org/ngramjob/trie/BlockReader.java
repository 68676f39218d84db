// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;

/** Decodes the stripes of one block, one after another, into its {@link #stripe()}. */
final class BlockReader {
  private final int contextLength;
  private final ByteReader in = new ByteReader();
  private final Stripe stripe;
  private byte[] copy = {};

  BlockReader(int order) {
    this.contextLength = order - 1;
    this.stripe = new Stripe(order);
  }

  /** Opens a block; its bytes are copied, so the caller may reuse them. */
  void open(byte[] bytes, int length) {
    if (copy.length < length) {
      copy = new byte[Math.max(length, 2 * copy.length)];
    }
    System.arraycopy(bytes, 0, copy, 0, length);
    in.reset(copy, 0, length);
    stripe.depth = 0;
    stripe.size = 0;
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
