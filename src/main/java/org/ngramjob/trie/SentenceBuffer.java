// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.ngramjob.ngram.SpecialWords;

/**
 * Collects sentences as ids and gives back their stripes, sorted: the in-mapper combining of the
 * count stage.
 *
 * <p>In: ids of words, sentence by sentence. Out: one stripe per distinct reversed context, in
 * {@link ContextOrder}, followers ascending, counts added up. Needs about 16 bytes a token.
 */
public final class SentenceBuffer {
  private final int capacity;
  private final StripeSort sort;
  private int[] ids;
  private int size;

  /**
   * An empty buffer.
   *
   * @param capacity tokens after which {@link #isFull()}; a longer sentence still fits
   * @param vocabularySize ids are below it
   */
  public SentenceBuffer(int order, int capacity, int vocabularySize) {
    this.capacity = capacity;
    this.sort = StripeSort.of(order, vocabularySize);
    this.ids = new int[Math.min(capacity, 1 << 16) + 16];
  }

  /** Opens a sentence: {@code <s>}. */
  public void begin() {
    append(SpecialWords.BEGIN);
  }

  /** Adds a word; gives its place, for {@link #set}. */
  public int add(int word) {
    append(word);
    return size - 1;
  }

  /** Replaces a word added since the buffer was drained. */
  public void set(int place, int word) {
    ids[Objects.checkIndex(place, size)] = word;
  }

  /** Closes the sentence: {@code </s>}. */
  public void end() {
    append(SpecialWords.END);
  }

  /** Whether the buffer should be drained; ask between sentences only. */
  public boolean isFull() {
    return size >= capacity;
  }

  /** Hands all stripes to the sink and empties the buffer. */
  public void drainTo(StripeSink sink) throws IOException {
    sort.sort(ids, size, sink);
    size = 0;
  }

  private void append(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, Math.max(size + size / 2, 64));
    }
    ids[size++] = id;
  }
}
