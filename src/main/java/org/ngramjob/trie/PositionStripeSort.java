// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import org.ngramjob.ngram.SpecialWords;

/** Sorts the positions of the tokens: for any order and vocabulary. */
final class PositionStripeSort implements StripeSort {
  /** Positions read at a time: enough for a processor to wait for many of them at once. */
  private static final int BATCH = 256;

  private final int order;
  private final ContextSort sort;
  private final Stripe stripe;
  private final int[] windows;

  PositionStripeSort(int order, int vocabularySize) {
    this.order = order;
    this.sort = new ContextSort(order, vocabularySize);
    this.stripe = new Stripe(order);
    this.windows = new int[BATCH * order];
  }

  @Override
  public void sort(int[] ids, int size, StripeSink sink) throws IOException {
    int[] positions = sort.sort(ids, size);
    int records = sort.records();
    int length = -1;
    for (int from = 0; from < records; from += BATCH) {
      int batch = Math.min(BATCH, records - from);
      copyWindows(ids, positions, from, batch);
      for (int window = 0; window < batch * order; window += order) {
        if (length < 0 || !continuesStripe(window + 1, length)) {
          if (length >= 0) {
            sink.stripe(stripe);
          }
          length = beginStripe(window + 1);
        }
        stripe.add(windows[window], 1);
      }
    }
    if (records > 0) {
      sink.stripe(stripe);
    }
  }

  /**
   * Copies the ids at some positions and before them, nearest first. The positions lie all over the
   * memory; in a loop that does nothing else the processor fetches many of them at a time.
   */
  private void copyWindows(int[] ids, int[] positions, int from, int batch) {
    int to = 0;
    for (int i = from; i < from + batch; i++) {
      int at = positions[i];
      for (int k = 0; k < order; k++) {
        // Beyond the first sentence's begin there is nothing, and nobody will look.
        windows[to++] = ids[Math.max(0, at - k)];
      }
    }
  }

  /** Whether the reversed context at a place in the windows is the stripe's. */
  private boolean continuesStripe(int window, int length) {
    int[] context = stripe.context;
    for (int k = 0; k < length; k++) {
      if (windows[window + k] != context[k]) {
        return false;
      }
    }
    return true;
  }

  private int beginStripe(int window) {
    int length = 0;
    while (length < order - 1) {
      if (windows[window + length++] == SpecialWords.BEGIN) {
        break;
      }
    }
    stripe.begin(windows, window, length);
    return length;
  }
}
