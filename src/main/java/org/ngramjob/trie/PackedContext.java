// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import org.ngramjob.ngram.SpecialWords;

/**
 * A reversed context but for its nearest word, as one number that compares as the context does: its
 * ids in so many bits each, most significant first, with nothing but zeros beyond {@code <s>}.
 */
final class PackedContext {
  private final int length;
  private final int bits;

  PackedContext(int order, int vocabularySize) {
    this.length = Math.max(0, order - 2);
    this.bits = bits(vocabularySize);
  }

  /** Bits of an id, where ids are below the vocabulary's size. */
  static int bits(int vocabularySize) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(vocabularySize - 1));
  }

  int bits() {
    return bits;
  }

  /** Ids of a context that has its full length. */
  int length() {
    return length;
  }

  /**
   * The context of the next token of a sentence. That of its first token is 0.
   *
   * @param packed the context of the token before
   * @param nearest the nearest word of that context
   */
  long next(long packed, int nearest) {
    return length == 0 ? 0 : (long) nearest << ((length - 1) * bits) | packed >>> bits;
  }

  /** Begins a stripe for a nearest word and the rest of the context. */
  void begin(Stripe stripe, int nearest, long packed) {
    int[] context = stripe.context;
    long mask = (1L << bits) - 1;
    int depth = 1;
    int id = nearest;
    context[0] = id;
    while (depth <= length && id != SpecialWords.BEGIN) {
      id = (int) (packed >>> ((length - depth) * bits) & mask);
      context[depth++] = id;
    }
    stripe.depth = depth;
    stripe.size = 0;
  }
}
