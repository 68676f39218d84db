// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records that fit one long, but for the nearest word of their context: order 3 with any
 * vocabulary, order 4 with two million words.
 *
 * <p>One pass over the text packs each token with its context and puts it where the tokens after
 * the same word belong. From then on the text is not needed: groups are sorted by themselves, and
 * say contexts and followers again when the stripes are made.
 */
final class PackedStripeSort implements StripeSort {
  private final PackedContext contexts;
  private final NearestWordSort nearest;
  private final RadixSort groups;
  private final Stripe stripe;
  private long[] keys = {};

  PackedStripeSort(int order, int vocabularySize) {
    this.contexts = new PackedContext(order, vocabularySize);
    this.nearest = new NearestWordSort(vocabularySize);
    this.groups = new RadixSort(contexts.bits());
    this.stripe = new Stripe(order);
  }

  static boolean fits(int order, int vocabularySize) {
    return order > 1 && (order - 1) * PackedContext.bits(vocabularySize) < Long.SIZE;
  }

  @Override
  public void sort(int[] ids, int size, StripeSink sink) throws IOException {
    int records = nearest.count(ids, size);
    if (keys.length < records) {
      keys = new long[records];
    }
    pack(ids, size);
    int from = 0;
    for (int word = 0; word < nearest.groups(); word++) {
      int to = nearest.end(word);
      if (to > from) {
        int numbers = word == SpecialWords.BEGIN ? 1 : contexts.length() + 1;
        groups.sort(keys, from, to, numbers);
        giveStripes(word, from, to, sink);
        from = to;
      }
    }
  }

  private void pack(int[] ids, int size) {
    int bits = contexts.bits();
    long context = 0;
    int previous = 0;
    for (int at = 0; at < size; at++) {
      int id = ids[at];
      if (id == SpecialWords.BEGIN) {
        context = 0;
      } else {
        keys[nearest.place(previous)] = context << bits | id;
        context = contexts.next(context, previous);
      }
      previous = id;
    }
  }

  private void giveStripes(int word, int from, int to, StripeSink sink) throws IOException {
    int bits = contexts.bits();
    long mask = (1L << bits) - 1;
    for (int at = from; at < to; ) {
      long context = keys[at] >>> bits;
      contexts.begin(stripe, word, context);
      do {
        stripe.add((int) (keys[at++] & mask), 1);
      } while (at < to && keys[at] >>> bits == context);
      sink.stripe(stripe);
    }
  }
}
