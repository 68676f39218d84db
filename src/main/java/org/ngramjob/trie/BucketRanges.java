// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * How buckets are dealt out to parts: each part gets a contiguous range, all of about equal number.
 */
public final class BucketRanges {
  private BucketRanges() {}

  /** The part, 0 to parts - 1, that holds a bucket. */
  public static int part(int bucket, int buckets, int parts) {
    return (int) ((long) bucket * parts / buckets);
  }

  /** The first bucket of a part; its last comes before the next one's first. */
  public static int first(int part, int buckets, int parts) {
    return (int) (((long) part * buckets + parts - 1) / parts);
  }
}
