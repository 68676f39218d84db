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
  private boolean first;
  private long prefix;

  BlockReader(int order) {
    this.contextLength = order - 1;
    this.stripe = new Stripe(order);
    this.last = new int[Math.max(1, contextLength)];
  }

  /** Opens a block; its bytes are copied, so the caller may reuse them. */
  void open(byte[] bytes, int length) {
    if (copy.length < length) {
      copy = new byte[ByteWriter.largerCapacity(copy.length, length)];
    }
    System.arraycopy(bytes, 0, copy, 0, length);
    this.length = length;
    lastDepth = length == 0 ? -1 : copy[length - 1];
    int end = length - 1 - Integer.BYTES * lastDepth;
    if (lastDepth < 0 || lastDepth > contextLength || end < 1) {
      throw Failure.badInput(
          "corrupt block of "
              + length
              + " bytes: its last context has length "
              + lastDepth
              + "; the map output is damaged, run the job again");
    }
    in.reset(copy, end, length - 1);
    for (int i = 0; i < lastDepth; i++) {
      last[i] = in.readInt();
    }
    in.reset(copy, 0, end);
    first = true;
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

  /** {@link ContextOrder} of the stripes read last; most are told apart by their prefixes. */
  int compare(BlockReader other) {
    if (prefix != other.prefix) {
      return prefix < other.prefix ? -1 : 1;
    }
    Stripe theirs = other.stripe;
    return ContextOrder.compare(stripe.context, stripe.depth, theirs.context, theirs.depth);
  }

  /** Reads the next stripe; false at the end of the block. */
  boolean next() {
    if (!in.hasMore()) {
      return false;
    }
    int flags = in.readByte();
    int shared = flags & BlockWriter.SHARED_MASK;
    // A context shares less than all ids with the one before, else it would not come after it.
    if (first ? shared > 0 : shared >= stripe.depth) {
      throw in.damaged("a context that does not ascend");
    }
    first = false;
    readContext(shared);
    int followers = (flags >> BlockWriter.FOLLOWERS_SHIFT & BlockWriter.MANY_FOLLOWERS) + 1;
    if (followers > BlockWriter.MANY_FOLLOWERS) {
      followers = in.readVarInt();
      if (followers == 0) {
        throw in.damaged("a context without followers");
      }
    }
    boolean allOnes = (flags & BlockWriter.ALL_ONES) != 0;
    int word = -1;
    stripe.size = 0;
    for (int i = 0; i < followers; i++) {
      word += in.readVarInt() + 1;
      long count = allOnes ? 1 : in.readVarLong();
      if (word < 0 || count == 0) {
        throw in.damaged("a word or count out of range");
      }
      stripe.add(word, count);
    }
    return true;
  }

  private void readContext(int shared) {
    int[] context = stripe.context;
    int length = shared;
    int previous = stripe.depth > shared ? context[shared] : -1;
    while (length < contextLength && (length == 0 || context[length - 1] != SpecialWords.BEGIN)) {
      int id = previous + 1 + in.readVarInt();
      if (id < 0) {
        throw in.damaged("an id out of range");
      }
      context[length++] = id;
      previous = -1;
    }
    stripe.depth = length;
    prefix = ContextOrder.prefix(context, length);
  }
}
