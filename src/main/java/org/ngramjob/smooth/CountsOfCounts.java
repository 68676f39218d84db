// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.Arrays;

/**
 * How many distinct n-grams of one order have count 1, 2, … {@value #LARGEST}; n1, n2, … in the
 * papers. N-grams that pruning will take away are counted too. Immutable.
 */
public final class CountsOfCounts {
  /** The largest count told apart: Good-Turing with k = 5 looks at n6. */
  public static final int LARGEST = 6;

  private final long ngrams;
  private final long sum;
  private final long[] byCount;

  private CountsOfCounts(long ngrams, long sum, long[] byCount) {
    this.ngrams = ngrams;
    this.sum = sum;
    this.byCount = byCount;
  }

  /**
   * What has been counted.
   *
   * @param ngrams distinct n-grams of any count
   * @param sum all their counts added up
   * @param n n1 to n6; fewer when the rest is 0
   */
  public static CountsOfCounts of(long ngrams, long sum, long... n) {
    if (n.length > LARGEST) {
      throw new IllegalArgumentException(
          "n (%s values) must have at most %s".formatted(n.length, LARGEST));
    }
    long[] byCount = new long[LARGEST + 1];
    System.arraycopy(n, 0, byCount, 1, n.length);
    CountsOfCounts result = new CountsOfCounts(ngrams, sum, byCount);
    result.check();
    return result;
  }

  /** n-grams of exactly this count, 1 to {@value #LARGEST}. */
  public long n(int count) {
    if (count < 1 || count > LARGEST) {
      throw new IllegalArgumentException("count (%s) must be 1 to %s".formatted(count, LARGEST));
    }
    return byCount[count];
  }

  /** Distinct n-grams of any count. */
  public long ngrams() {
    return ngrams;
  }

  /** The counts of all n-grams added up. */
  public long sum() {
    return sum;
  }

  private void check() {
    long told = 0;
    long least = 0;
    for (int count = 1; count <= LARGEST; count++) {
      if (byCount[count] < 0) {
        throw new IllegalArgumentException(
            "n%s (%s) must not be negative".formatted(count, byCount[count]));
      }
      told += byCount[count];
      least += count * byCount[count];
    }
    least += (LARGEST + 1) * (ngrams - told);
    if (told > ngrams || least > sum) {
      throw new IllegalArgumentException(
          "n1 to n%s (%s) do not fit %s n-grams with %s occurrences"
              .formatted(LARGEST, this, ngrams, sum));
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CountsOfCounts that
        && ngrams == that.ngrams
        && sum == that.sum
        && Arrays.equals(byCount, that.byCount);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(sum) + Arrays.hashCode(byCount);
  }

  /** {@code n1=120 n2=31 n3=12 n4=7 n5=2 n6=1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int count = 1; count <= LARGEST; count++) {
      text.append(count == 1 ? "n" : " n").append(count).append('=').append(byCount[count]);
    }
    return text.toString();
  }
}
