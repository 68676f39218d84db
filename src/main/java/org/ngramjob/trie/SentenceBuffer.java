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
  /** Positions read at a time: enough for a processor to wait for many of them at once. */
  private static final int BATCH = 256;

  private final int order;
  private final int capacity;
  private final ContextSort sort;
  private final Stripe stripe;
  private final int[] windows;
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
    this.windows = new int[BATCH * order];
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
    int length = -1;
    for (int from = 0; from < records; from += BATCH) {
      int batch = Math.min(BATCH, records - from);
      copyWindows(positions, from, batch);
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
    size = 0;
  }

  /**
   * Copies the ids at some positions and before them, nearest first. The positions lie all over the
   * memory; in a loop that does nothing else the processor fetches many of them at a time.
   */
  private void copyWindows(int[] positions, int from, int batch) {
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

  private void append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + size / 2, 64));
    }
    ids[size++] = id;
  }
}
