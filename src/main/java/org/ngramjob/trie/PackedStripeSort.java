// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records whose context, but for its nearest word, fits one long: up to order 5 with two
 * million words.
 *
 * <p>A counting sort over the nearest word comes first. The tokens of a group then lie all over the
 * text; each is visited once, to pack the rest of its context into a key. The keys are sorted with
 * the words that follow, and say the contexts again when the stripes are made.
 */
final class PackedStripeSort implements StripeSort {
  private final int packed;
  private final int bits;
  private final NearestWordSort nearest;
  private final Stripe stripe;
  private final int[] context;
  private long[] keys = {};
  private int[] words = {};

  PackedStripeSort(int order, int vocabularySize) {
    this.packed = order - 2;
    this.bits = bits(vocabularySize);
    this.nearest = new NearestWordSort(vocabularySize);
    this.stripe = new Stripe(order);
    this.context = new int[order - 1];
  }

  static boolean fits(int order, int vocabularySize) {
    return order > 1 && (order - 2) * bits(vocabularySize) < Long.SIZE;
  }

  private static int bits(int vocabularySize) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(vocabularySize - 1));
  }

  @Override
  public void sort(int[] ids, int size, StripeSink sink) throws IOException {
    int[] positions = nearest.sort(ids, size);
    int from = 0;
    for (int id = 0; id < nearest.groups(); id++) {
      int to = nearest.end(id);
      if (to > from) {
        context[0] = id;
        sortGroup(ids, positions, from, to, sink);
        from = to;
      }
    }
  }

  private void sortGroup(int[] ids, int[] positions, int from, int to, StripeSink sink)
      throws IOException {
    int length = to - from;
    if (keys.length < length) {
      keys = new long[Math.max(length, 2 * keys.length)];
      words = new int[keys.length];
    }
    boolean longer = packed > 0 && context[0] != SpecialWords.BEGIN;
    for (int i = 0; i < length; i++) {
      int at = positions[from + i];
      words[i] = ids[at];
      keys[i] = longer ? key(ids, at - 2) : 0;
    }
    if (longer && length > 1) {
      PairSort.sort(keys, words, 0, 0, length);
    }
    for (int begin = 0; begin < length; ) {
      long key = keys[begin];
      int end = begin + 1;
      while (end < length && keys[end] == key) {
        end++;
      }
      stripe(key, longer, begin, end, sink);
      begin = end;
    }
  }

  /** The ids from a place backwards, most significant first, nothing but zeros beyond <s>. */
  private long key(int[] ids, int from) {
    long key = 0;
    int at = from;
    for (int left = packed; left > 0; left--) {
      int id = ids[at--];
      key = key << bits | id;
      if (id == SpecialWords.BEGIN) {
        return key << ((left - 1) * bits);
      }
    }
    return key;
  }

  private void stripe(long key, boolean longer, int begin, int end, StripeSink sink)
      throws IOException {
    if (end - begin > 1) {
      Arrays.sort(words, begin, end);
    }
    int depth = 1;
    if (longer) {
      long mask = (1L << bits) - 1;
      int id;
      do {
        id = (int) (key >>> ((packed - depth) * bits) & mask);
        context[depth++] = id;
      } while (depth <= packed && id != SpecialWords.BEGIN);
    }
    stripe.begin(context, depth);
    for (int i = begin; i < end; i++) {
      stripe.add(words[i], 1);
    }
    sink.stripe(stripe);
  }
}
