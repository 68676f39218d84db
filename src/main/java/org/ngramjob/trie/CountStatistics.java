// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * Sums over all n-grams of each order: how many there are, how often they occur, and the counts of
 * counts n1 … n6 of raw and of adjusted counts. All longs, so that parts add up exactly in any
 * order.
 */
public final class CountStatistics {
  /** Counts of counts are kept for the counts 1 to this. */
  public static final int TRACKED = 6;

  private static final int NGRAMS = 0;
  private static final int TOTAL = 1;
  private static final int ADJUSTED_TOTAL = 2;
  private static final int RAW = 3;
  private static final int ADJUSTED = RAW + TRACKED;
  private static final int WIDTH = ADJUSTED + TRACKED;

  private final long[] sums;

  public CountStatistics(int order) {
    sums = new long[order * WIDTH];
  }

  /** Takes note of all followers of one complete node whose context has the given length. */
  public void addAll(int depth, Followers followers) {
    int base = depth * WIDTH;
    long total = sums[base + TOTAL];
    long adjustedTotal = sums[base + ADJUSTED_TOTAL];
    for (int i = 0; i < followers.size(); i++) {
      long raw = followers.raw(i);
      long adjusted = followers.adjusted(i);
      total = ExactSum.of(total, raw);
      adjustedTotal = ExactSum.of(adjustedTotal, adjusted);
      if (raw <= TRACKED) {
        sums[base + RAW + (int) raw - 1]++;
      }
      if (adjusted <= TRACKED) {
        sums[base + ADJUSTED + (int) adjusted - 1]++;
      }
    }
    sums[base + NGRAMS] += followers.size();
    sums[base + TOTAL] = total;
    sums[base + ADJUSTED_TOTAL] = adjustedTotal;
  }

  public void add(CountStatistics other) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = ExactSum.of(sums[i], other.sums[i]);
    }
  }

  public int order() {
    return sums.length / WIDTH;
  }

  /** Distinct n-grams of the order (1 to N). */
  public long ngrams(int order) {
    return sums[(order - 1) * WIDTH + NGRAMS];
  }

  /** Occurrences of all n-grams of the order. */
  public long total(int order) {
    return sums[(order - 1) * WIDTH + TOTAL];
  }

  /** The adjusted counts of all n-grams of the order added up. */
  public long adjustedTotal(int order) {
    return sums[(order - 1) * WIDTH + ADJUSTED_TOTAL];
  }

  /** How many n-grams of the order occur exactly {@code count} (1 to 6) times. */
  public long rawCountOfCount(int order, int count) {
    return sums[(order - 1) * WIDTH + RAW + count - 1];
  }

  /** How many n-grams of the order have the adjusted count {@code count} (1 to 6). */
  public long adjustedCountOfCount(int order, int count) {
    return sums[(order - 1) * WIDTH + ADJUSTED + count - 1];
  }

  public void writeTo(ByteWriter out) {
    for (long sum : sums) {
      out.writeVarLong(sum);
    }
  }

  public static CountStatistics read(int order, ByteReader in) {
    CountStatistics statistics = new CountStatistics(order);
    for (int i = 0; i < statistics.sums.length; i++) {
      statistics.sums[i] = in.readVarLong();
    }
    return statistics;
  }
}
