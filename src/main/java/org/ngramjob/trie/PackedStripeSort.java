// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records that fit one long, but for the nearest word of their context: order 3 with any
 * vocabulary, order 4 with two million words.
 */
final class PackedStripeSort extends GroupedStripeSort {
  private long[] keys = {};

  PackedStripeSort(int order, int vocabularySize) {
    super(order, vocabularySize);
  }

  static boolean fits(int order, int vocabularySize) {
    return order > 1 && (order - 1) * PackedContext.bits(vocabularySize) < Long.SIZE;
  }

  @Override
  void reserve(int records) {
    if (keys.length < records) {
      keys = new long[records];
    }
  }

  @Override
  void put(int place, long context, int word) {
    keys[place] = context << contexts.bits() | word;
  }

  @Override
  void sortGroup(int nearestWord, int from, int to, StripeSink sink) throws IOException {
    numbers.sort(keys, from, to, nearestWord == SpecialWords.BEGIN ? 1 : contexts.length() + 1);
    int bits = contexts.bits();
    long mask = (1L << bits) - 1;
    for (int at = from; at < to; ) {
      long context = keys[at] >>> bits;
      contexts.begin(stripe, nearestWord, context);
      do {
        stripe.add((int) (keys[at++] & mask), 1);
      } while (at < to && keys[at] >>> bits == context);
      sink.stripe(stripe);
    }
  }
}
