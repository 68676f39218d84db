// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/**
 * What a context knows about its followers as a whole. "Survivors" are the followers left by
 * pruning; all counts are of one {@link CountKind}.
 *
 * <p>Always: nothing is negative; the survivors' counts add up to total - lost, so ones + 2 twos +
 * … + 6 sixesOrMore ≤ total - lost, and total = lost where none survives.
 *
 * @param total T, the sum of all followers' counts, those lost to pruning included
 * @param lost L, the part of the total that was lost to pruning
 * @param ones n1, survivors of count 1
 * @param twos n2, survivors of count 2
 * @param threes survivors of count 3
 * @param fours survivors of count 4
 * @param fives survivors of count 5
 * @param sixesOrMore survivors of count 6 or more
 */
public record ContextTotals(
    long total,
    long lost,
    long ones,
    long twos,
    long threes,
    long fours,
    long fives,
    long sixesOrMore) {

  /** A context that the text does not have. */
  public static final ContextTotals UNSEEN = new ContextTotals(0, 0, 0, 0, 0, 0, 0, 0);

  public ContextTotals {
    notNegative("total", total);
    notNegative("lost", lost);
    notNegative("ones", ones);
    notNegative("twos", twos);
    notNegative("threes", threes);
    notNegative("fours", fours);
    notNegative("fives", fives);
    notNegative("sixesOrMore", sixesOrMore);
    long least = ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives + 6 * sixesOrMore;
    if (least > total - lost || (sixesOrMore == 0 && least != total - lost)) {
      throw new IllegalArgumentException(
          "total (%s) - lost (%s) must be the sum of the survivors' counts, here %s %s"
              .formatted(total, lost, sixesOrMore == 0 ? "exactly" : "at least", least));
    }
  }

  /** The totals of an unpruned context whose followers have these counts, each at least 1. */
  public static ContextTotals of(long... counts) {
    Builder builder = new Builder();
    for (long count : counts) {
      builder.follower(count);
    }
    return builder.build();
  }

  /** R, the number of survivors. */
  public long followers() {
    return ones + twos + threesOrMore();
  }

  /** n3+, survivors of count 3 or more. */
  public long threesOrMore() {
    return threes + fours + fives + sixesOrMore;
  }

  /** Whether the text has no follower for this context. */
  public boolean isUnseen() {
    return total == 0;
  }

  private static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException("%s (%s) must not be negative".formatted(name, value));
    }
  }

  /** Adds up followers one at a time; may be cleared and used for the next context. */
  public static final class Builder {
    private final long[] survivors = new long[7];
    private long total;
    private long lost;

    /** A follower that survives, with its count of at least 1. */
    public Builder follower(long count) {
      if (count < 1) {
        throw new IllegalArgumentException("count (%s) must be at least 1".formatted(count));
      }
      survivors[(int) Math.min(count, 6)]++;
      total += count;
      return this;
    }

    /** A follower that pruning takes away, with its count of at least 0. */
    public Builder lost(long count) {
      notNegative("count", count);
      total += count;
      lost += count;
      return this;
    }

    public Builder clear() {
      java.util.Arrays.fill(survivors, 0);
      total = 0;
      lost = 0;
      return this;
    }

    public ContextTotals build() {
      long[] n = survivors;
      return new ContextTotals(total, lost, n[1], n[2], n[3], n[4], n[5], n[6]);
    }
  }
}
