// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;

/**
 * Turns sentences into sorted stripes.
 *
 * <p>In: ids of sentences one after another, each opened by {@code <s>} and closed by {@code </s>}.
 * Out: one stripe per distinct reversed context, in {@link ContextOrder}, followers ascending,
 * counts added up.
 */
interface StripeSort {
  /** Sorts {@code ids[0, size)}. */
  void sort(int[] ids, int size, StripeSink sink) throws IOException;

  /** The quickest way for an order and a vocabulary, whose ids are below its size. */
  static StripeSort of(int order, int vocabularySize) {
    if (PackedStripeSort.fits(order, vocabularySize)) {
      return new PackedStripeSort(order, vocabularySize);
    }
    return PairedStripeSort.fits(order, vocabularySize)
        ? new PairedStripeSort(order, vocabularySize)
        : new PositionStripeSort(order, vocabularySize);
  }
}
