// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts records by the nearest word of their context first, then each group by itself.
 *
 * <p>One pass over the text packs each token's context and puts it where the tokens after the same
 * word belong. From then on the text is not needed: the contexts and followers of a group's stripes
 * are unpacked from its keys.
 */
abstract class GroupedStripeSort implements StripeSort {
  final PackedContext contexts;
  final RadixSort numbers;
  final Stripe stripe;
  private final NearestWordSort nearest;

  GroupedStripeSort(int order, int vocabularySize) {
    this.contexts = new PackedContext(order, vocabularySize);
    this.nearest = new NearestWordSort(vocabularySize);
    this.numbers = new RadixSort(contexts.bits());
    this.stripe = new Stripe(order);
  }

  /** Makes room for so many records. */
  abstract void reserve(int records);

  /** Keeps a record. */
  abstract void put(int place, long context, int word);

  /** Sorts the records at [from, to), those after a word, and gives their stripes. */
  abstract void sortGroup(int nearestWord, int from, int to, StripeSink sink) throws IOException;

  @Override
  public final void sort(int[] ids, int size, StripeSink sink) throws IOException {
    reserve(nearest.count(ids, size));
    pack(ids, size);
    int from = 0;
    for (int word = 0; word < nearest.groups(); word++) {
      int to = nearest.end(word);
      if (to > from) {
        sortGroup(word, from, to, sink);
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
        put(nearest.place(previous), context, id);
        context = contexts.next(context, previous);
      }
      previous = id;
    }
  }
}
