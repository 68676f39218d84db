// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import java.util.Arrays;
import org.ngramjob.trie.ContextOrder;
import org.ngramjob.trie.Stripe;

/**
 * The values sent to the n-grams of one order in one bucket, to be asked for in order.
 *
 * <p>In: stripes in {@link ContextOrder}. Asked: contexts in the same order, each with its words
 * ascending.
 */
public final class NgramValues {
  private final int contextLength;
  private int[] contexts = new int[256];
  private int[] words = new int[256];
  private long[] values = new long[256];
  private int size;
  private int next;

  public NgramValues(int order) {
    this.contextLength = order - 1;
  }

  public void clear() {
    size = 0;
    next = 0;
  }

  public void add(Stripe stripe) {
    for (int i = 0; i < stripe.size(); i++) {
      if (size == words.length) {
        words = Arrays.copyOf(words, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      if ((size + 1) * contextLength > contexts.length) {
        contexts = Arrays.copyOf(contexts, 2 * contexts.length + contextLength);
      }
      System.arraycopy(stripe.context(), 0, contexts, size * contextLength, contextLength);
      words[size] = stripe.word(i);
      values[size++] = stripe.count(i);
    }
  }

  /** The value sent to an n-gram, or 0; n-grams must be asked for in ascending order. */
  public long valueOf(int[] reversed, int word) {
    while (next < size) {
      int order = compareNext(reversed);
      if (order == 0) {
        order = Integer.compare(words[next], word);
      }
      if (order == 0) {
        return values[next++];
      }
      if (order > 0) {
        return 0;
      }
      next++;
    }
    return 0;
  }

  private int compareNext(int[] reversed) {
    int at = next * contextLength;
    for (int i = 0; i < contextLength; i++) {
      if (contexts[at + i] != reversed[i]) {
        return contexts[at + i] < reversed[i] ? -1 : 1;
      }
    }
    return 0;
  }
}
