// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * How much there is to do for each bucket of a text, known before it is counted. Buckets are cut to
 * hold about as many tokens each, but what takes time and room are the different n-grams among
 * these: a frequent word's contexts repeat themselves, a rare word's hardly ever do.
 *
 * <p>A word of c occurrences was found to have about c<sup>1 - e</sup> different n-grams to the
 * left of what follows it, e = 1/(4k) for contexts of at most k words, in novels cut by white space
 * and by jieba and in Wikitext-2. Of the first, the largest of eight reducers had 2.1 times the
 * mean of all bytes at order 3 and 1.4 at order 5 with as many buckets for each, and 1.3 and 1.2
 * with as much work. A bucket of w words has c = (tokens of a bucket) / w. That is all in the table
 * of buckets, so that every task can work it out by itself.
 */
final class ExpectedWork {
  /** Work of one word that fills a bucket. */
  private static final double ONE = 1 << 20;

  private final BucketTable buckets;
  private final int longestContext;

  private ExpectedWork(BucketTable buckets, int longestContext) {
    this.buckets = buckets;
    this.longestContext = longestContext;
  }

  /**
   * Of every bucket, as shares of each other.
   *
   * @param longestContext words of the longest contexts counted, to which the table is cut
   */
  static long[] of(BucketTable buckets, int longestContext) {
    return new ExpectedWork(buckets, longestContext).ofAll();
  }

  private long[] ofAll() {
    int size = buckets.size();
    long[] work = new long[size];
    work[0] = work(1);
    for (int first = 1; first < size; ) {
      int word = buckets.boundary(first)[0];
      int end = first + 1;
      while (end < size && buckets.boundary(end)[0] == word) {
        end++;
      }
      if (end - first > 1) {
        cut(first, end, work);
      } else if (end < size) {
        work[first] = work(buckets.boundary(end)[0] - word);
      } else {
        // Where the words end is not in the table.
        work[first] = work[first - 1];
      }
      first = end;
    }
    return work;
  }

  /** The buckets of one frequent word, cut by the words before it to equal shares of all text. */
  private void cut(int first, int end, long[] work) {
    int lastWord = buckets.boundary(buckets.size() - 1)[0];
    double share = (double) (end - first) / buckets.size();
    for (int bucket = first; bucket < end; bucket++) {
      int from = before(bucket, 0);
      int to = bucket + 1 < end ? before(bucket + 1, 0) : Math.max(from, lastWord);
      work[bucket] = work(Math.max(1, to - from) * share);
    }
  }

  private int before(int bucket, int absent) {
    int[] boundary = buckets.boundary(bucket);
    return boundary.length > 1 ? boundary[1] : absent;
  }

  /** By the number of words that share the tokens of a bucket. */
  private long work(double words) {
    return Math.round(ONE * StrictMath.pow(words, 1 / (4.0 * Math.max(1, longestContext))));
  }
}
