// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/** How buckets are dealt out to parts: each part gets a contiguous range. Immutable. */
public final class BucketRanges {
  /** Of each part, and behind them the number of buckets. */
  private final int[] firsts;

  private BucketRanges(int[] firsts) {
    this.firsts = firsts;
  }

  /**
   * Ranges of about equal work for whoever counts.
   *
   * @param longestContext words of the longest contexts counted, to which the table is cut
   */
  public static BucketRanges ofEqualWork(BucketTable buckets, int longestContext, int parts) {
    return ofEqualWeight(ExpectedWork.of(buckets, longestContext), parts);
  }

  /** Ranges of about equal weight: a bucket falls to the part in which the middle of it lies. */
  public static BucketRanges ofEqualWeight(long[] weights, int parts) {
    double total = Math.max(1, Arrays.stream(weights).sum());
    int[] firsts = new int[parts + 1];
    long before = 0;
    int part = 0;
    for (int bucket = 0; bucket < weights.length; bucket++) {
      double middle = before + weights[bucket] / 2.0;
      int own = Math.min(parts - 1, (int) (middle / total * parts));
      Arrays.fill(firsts, part + 1, own + 1, bucket);
      part = own;
      before += weights[bucket];
    }
    Arrays.fill(firsts, part + 1, parts + 1, weights.length);
    return new BucketRanges(firsts);
  }

  /** Reads what {@link #firsts} gave. */
  public static BucketRanges of(int[] firsts) {
    return new BucketRanges(firsts.clone());
  }

  /** The first bucket of each part, and behind them the number of buckets; a fresh array. */
  public int[] firsts() {
    return firsts.clone();
  }

  /** The part, counted from 0, that holds a bucket. */
  public int part(int bucket) {
    int place = Arrays.binarySearch(firsts, bucket);
    int part = place >= 0 ? place : -place - 2;
    // Parts without buckets begin where the next one does.
    while (firsts[part + 1] <= bucket) {
      part++;
    }
    return part;
  }

  /** The first bucket of a part; its last comes before the next one's first. */
  public int first(int part) {
    return firsts[part];
  }

  /** Behind the last bucket of a part. */
  public int end(int part) {
    return firsts[part + 1];
  }

  /** The number of parts. */
  public int parts() {
    return firsts.length - 1;
  }

  /** The number of buckets. */
  public int buckets() {
    return firsts[firsts.length - 1];
  }
}
