// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Collects stripes in any order and gives them back sorted.
 *
 * <p>In: stripes whose contexts have order - 1 ids or end in {@code <s>}; contexts may come several
 * times, followers in any order. Out: every context once, in {@link ContextOrder}, followers
 * ascending, counts added up. What {@link SentenceBuffer} is for text, this is for stripes that
 * were made before and whose ids have changed since.
 */
public final class StripeBuffer {
  private static final int BYTES_PER_FOLLOWER = Integer.BYTES + Long.BYTES;

  /** Where the stripe's followers begin, its place in the order, its key while it is sorted. */
  private static final int BYTES_PER_STRIPE = 2 * Integer.BYTES + Long.BYTES;

  private final int contextLength;
  private final long capacity;
  private final KeySort sort;
  private final Stripe stripe;
  private final FollowerGathering gathered = new FollowerGathering();

  /**
   * Contexts, each in {@link #contextLength} places; behind {@code <s>} stands nothing but zeros.
   */
  private int[] contexts = new int[1 << 10];

  private int[] begins = new int[1 << 8];
  private int[] words = new int[1 << 10];
  private long[] counts = new long[1 << 10];
  private int stripes;
  private int followers;

  /**
   * An empty buffer.
   *
   * @param capacity bytes after which {@link #isFull()}
   * @param idLimit ids of contexts are below it
   */
  public StripeBuffer(int order, long capacity, int idLimit) {
    this.contextLength = order - 1;
    this.capacity = capacity;
    this.sort = new KeySort(contextLength, idLimit, this::key);
    this.stripe = new Stripe(order);
  }

  /** Opens a stripe for the reversed context in {@code ids[0, length)}. */
  public void begin(int[] ids, int length) {
    int at = stripes * contextLength;
    if (contexts.length - at < contextLength) {
      contexts = Arrays.copyOf(contexts, 2 * contexts.length);
    }
    if (begins.length == stripes) {
      begins = Arrays.copyOf(begins, 2 * stripes);
    }
    System.arraycopy(ids, 0, contexts, at, length);
    Arrays.fill(contexts, at + length, at + contextLength, 0);
    begins[stripes++] = followers;
  }

  /** Adds a follower to the stripe opened last. */
  public void add(int word, long count) {
    if (followers == words.length) {
      words = Arrays.copyOf(words, 2 * followers);
      counts = Arrays.copyOf(counts, 2 * followers);
    }
    words[followers] = word;
    counts[followers++] = count;
  }

  /** Whether the buffer should be drained; ask between stripes only. */
  public boolean isFull() {
    return (long) stripes * (BYTES_PER_STRIPE + Integer.BYTES * contextLength)
            + (long) followers * BYTES_PER_FOLLOWER
        >= capacity;
  }

  /** Hands all stripes to the sink and empties the buffer. */
  public void drainTo(StripeSink sink) throws IOException {
    int[] sorted = new int[stripes];
    Arrays.setAll(sorted, i -> i);
    sort.sort(sorted, 0, stripes, 0);
    for (int i = 0; i < stripes; ) {
      int first = sorted[i];
      gathered.clear();
      do {
        gather(sorted[i++]);
      } while (i < stripes && sameContext(first, sorted[i]));
      stripe.begin(contexts, first * contextLength, depth(first));
      gathered.unionInto(stripe);
      if (stripe.size > 0) {
        sink.stripe(stripe);
      }
    }
    stripes = 0;
    followers = 0;
  }

  private void gather(int number) {
    int end = number + 1 < stripes ? begins[number + 1] : followers;
    for (int i = begins[number]; i < end; i++) {
      gathered.add(words[i], counts[i]);
    }
  }

  private boolean sameContext(int a, int b) {
    int from = a * contextLength;
    int other = b * contextLength;
    return Arrays.equals(
        contexts, from, from + contextLength, contexts, other, other + contextLength);
  }

  private int depth(int number) {
    int from = number * contextLength;
    for (int depth = 0; depth < contextLength; depth++) {
      if (contexts[from + depth] == SpecialWords.BEGIN) {
        return depth + 1;
      }
    }
    return contextLength;
  }

  private long key(int number, int next, int packed, int bits) {
    return KeySort.pack(contexts, number * contextLength + next, packed, bits);
  }
}
