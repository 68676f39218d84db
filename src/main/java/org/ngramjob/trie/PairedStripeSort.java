// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records whose context, but for its nearest word, fits one long: up to order 5 with two
 * million words. The words that follow lie beside the contexts.
 */
final class PairedStripeSort extends GroupedStripeSort {
  private long[] keys = {};
  private int[] words = {};

  PairedStripeSort(int order, int vocabularySize) {
    super(order, vocabularySize);
  }

  static boolean fits(int order, int vocabularySize) {
    return order > 2 && (order - 2) * PackedContext.bits(vocabularySize) < Long.SIZE;
  }

  @Override
  void reserve(int records) {
    if (keys.length < records) {
      keys = new long[records];
      words = new int[records];
    }
  }

  @Override
  void put(int place, long context, int word) {
    keys[place] = context;
    words[place] = word;
  }

  @Override
  void sortGroup(int nearestWord, int from, int to, StripeSink sink) throws IOException {
    // After <s> stands nothing, in the packed contexts too.
    if (nearestWord != SpecialWords.BEGIN) {
      numbers.sort(keys, words, from, to, contexts.length());
    }
    for (int begin = from; begin < to; ) {
      long context = keys[begin];
      int end = begin + 1;
      while (end < to && keys[end] == context) {
        end++;
      }
      if (end - begin > 1) {
        Arrays.sort(words, begin, end);
      }
      contexts.begin(stripe, nearestWord, context);
      for (int i = begin; i < end; i++) {
        stripe.add(words[i], 1);
      }
      sink.stripe(stripe);
      begin = end;
    }
  }
}
