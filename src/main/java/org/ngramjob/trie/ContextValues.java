// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;

/**
 * Collects (reversed context, word, value) for contexts of one length and gives them back as
 * stripes, sorted: how a value travels from where an n-gram is a context to where it ends a
 * context's list.
 *
 * <p>In: any order. Out: stripes in {@link ContextOrder}, followers ascending, the value in the
 * place of the count; values of one (context, word) are added up.
 */
public final class ContextValues {
  private final int order;
  private final KeySort sort;
  private int[] tuples = new int[1024];
  private long[] values = new long[256];
  private int size;

  /**
   * An empty collection.
   *
   * @param order length of the n-grams, context and word together
   * @param idLimit ids are below it
   */
  public ContextValues(int order, int idLimit) {
    this.order = order;
    this.sort = new KeySort(order, idLimit, this::key);
  }

  public int size() {
    return size;
  }

  /** Adds a value of at least 1; the context has order - 1 ids, nearest word first. */
  public void add(int[] reversed, int from, int word, long value) {
    if ((size + 1) * order > tuples.length) {
      tuples = Arrays.copyOf(tuples, 2 * tuples.length + order);
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    System.arraycopy(reversed, from, tuples, size * order, order - 1);
    tuples[size * order + order - 1] = word;
    values[size++] = value;
  }

  /** Hands all stripes to the sink and empties the collection. */
  public void drainTo(StripeSink sink) throws IOException {
    int[] positions = new int[size];
    Arrays.setAll(positions, i -> i);
    sort.sort(positions, 0, size, 0);
    Stripe stripe = new Stripe(order);
    int[] context = new int[Math.max(1, order - 1)];
    for (int i = 0; i < size; i++) {
      int at = positions[i] * order;
      boolean sameContext =
          i > 0 && Arrays.equals(context, 0, order - 1, tuples, at, at + order - 1);
      if (!sameContext) {
        if (i > 0) {
          sink.stripe(stripe);
        }
        System.arraycopy(tuples, at, context, 0, order - 1);
        stripe.begin(context, order - 1);
      }
      stripe.add(tuples[at + order - 1], values[positions[i]]);
    }
    if (size > 0) {
      sink.stripe(stripe);
    }
    size = 0;
  }

  private long key(int position, int next, int packed, int bits) {
    return KeySort.pack(tuples, position * order + next, packed, bits);
  }
}
