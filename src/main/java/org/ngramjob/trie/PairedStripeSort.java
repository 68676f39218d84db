// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records whose context, but for its nearest word, fits one long: up to order 5 with two
 * million words. As {@link PackedStripeSort}, but the words that follow lie beside the contexts.
 */
final class PairedStripeSort implements StripeSort {
  private final PackedContext contexts;
  private final NearestWordSort nearest;
  private final RadixSort groups;
  private final Stripe stripe;
  private long[] keys = {};
  private int[] words = {};

  PairedStripeSort(int order, int vocabularySize) {
    this.contexts = new PackedContext(order, vocabularySize);
    this.nearest = new NearestWordSort(vocabularySize);
    this.groups = new RadixSort(contexts.bits());
    this.stripe = new Stripe(order);
  }

  static boolean fits(int order, int vocabularySize) {
    return order > 2 && (order - 2) * PackedContext.bits(vocabularySize) < Long.SIZE;
  }

  @Override
  public void sort(int[] ids, int size, StripeSink sink) throws IOException {
    int records = nearest.count(ids, size);
    if (keys.length < records) {
      keys = new long[records];
      words = new int[records];
    }
    pack(ids, size);
    int from = 0;
    for (int word = 0; word < nearest.groups(); word++) {
      int to = nearest.end(word);
      if (to > from) {
        // After <s> stands nothing, in the packed contexts too.
        if (word != SpecialWords.BEGIN) {
          groups.sort(keys, words, from, to, contexts.length());
        }
        giveStripes(word, from, to, sink);
        from = to;
      }
    }
  }

  private void pack(int[] ids, int size) {
    long context = 0;
    int previous = 0;
    for (int at = 0; at < size; at++) {
      int id = ids[at];
      if (id == SpecialWords.BEGIN) {
        context = 0;
      } else {
        int place = nearest.place(previous);
        keys[place] = context;
        words[place] = id;
        context = contexts.next(context, previous);
      }
      previous = id;
    }
  }

  private void giveStripes(int word, int from, int to, StripeSink sink) throws IOException {
    for (int begin = from; begin < to; ) {
      long context = keys[begin];
      int end = begin + 1;
      while (end < to && keys[end] == context) {
        end++;
      }
      if (end - begin > 1) {
        Arrays.sort(words, begin, end);
      }
      contexts.begin(stripe, word, context);
      for (int i = begin; i < end; i++) {
        stripe.add(words[i], 1);
      }
      sink.stripe(stripe);
      begin = end;
    }
  }
}
