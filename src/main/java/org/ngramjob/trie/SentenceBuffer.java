// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Collects sentences as ids and gives back their stripes, sorted: the in-mapper combining of the
 * count stage.
 *
 * <p>In: ids of words, sentence by sentence. Out: one stripe per distinct reversed context, in
 * {@link ContextOrder}, followers ascending, counts added up. Needs about 20 bytes a token.
 */
public final class SentenceBuffer {
  private final int order;
  private final int capacity;
  private final ContextSort sort;
  private final Stripe stripe;
  private int[] ids;
  private int size;

  /**
   * An empty buffer.
   *
   * @param capacity tokens after which {@link #isFull()}; a longer sentence still fits
   * @param vocabularySize ids are below it
   */
  public SentenceBuffer(int order, int capacity, int vocabularySize) {
    this.order = order;
    this.capacity = capacity;
    this.sort = new ContextSort(order, vocabularySize);
    this.stripe = new Stripe(order);
    this.ids = new int[Math.min(capacity, 1 << 16) + 16];
  }

  /** Opens a sentence: {@code <s>}. */
  public void begin() {
    append(SpecialWords.BEGIN);
  }

  public void add(int word) {
    append(word);
  }

  /** Closes the sentence: {@code </s>}. */
  public void end() {
    append(SpecialWords.END);
  }

  /** Whether the buffer should be drained; ask between sentences only. */
  public boolean isFull() {
    return size >= capacity;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Hands all stripes to the sink and empties the buffer. */
  public void drainTo(StripeSink sink) throws IOException {
    int[] positions = sort.sort(ids, size);
    int records = sort.records();
    int length = 0;
    for (int i = 0; i < records; i++) {
      int at = positions[i];
      if (i == 0 || !continuesStripe(at, length)) {
        if (i > 0) {
          sink.stripe(stripe);
        }
        length = beginStripe(at);
      }
      stripe.add(ids[at], 1);
    }
    if (records > 0) {
      sink.stripe(stripe);
    }
    size = 0;
  }

  /** Whether the context of the token at this place is the stripe's. */
  private boolean continuesStripe(int at, int length) {
    int[] context = stripe.context;
    for (int k = 0; k < length; k++) {
      if (ids[at - 1 - k] != context[k]) {
        return false;
      }
    }
    return true;
  }

  private int beginStripe(int at) {
    int[] context = stripe.context;
    int length = 0;
    while (length < order - 1) {
      int id = ids[at - 1 - length];
      context[length++] = id;
      if (id == SpecialWords.BEGIN) {
        break;
      }
    }
    stripe.begin(context, length);
    return length;
  }

  private void append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + size / 2, 64));
    }
    ids[size++] = id;
  }
}
