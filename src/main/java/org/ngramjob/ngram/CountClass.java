// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

/**
 * Counts by rough size: ids are ordered by it, so that frequent words get small ids without a
 * global sort. Counts below 32 are a class of their own each; above, every power of two is cut into
 * 16 classes (a class is at most 1/16 wide). The class grows with the count.
 *
 * <p>With s = max(0, ⌊log2 count⌋ - 4), class = 16·s + ⌊count / 2^s⌋. Examples: 1 → 1, 31 → 31, 32
 * and 33 → 32, 34 → 33, 1000 → 111, {@code Long.MAX_VALUE} → 959.
 */
public final class CountClass {
  /** Classes are 0 to {@code NUMBER} - 1; text of 10¹² tokens reaches class 589. */
  public static final int NUMBER = 960;

  private static final int SUB_BITS = 4;

  private CountClass() {}

  /** The class of a count, which is not negative. */
  public static int of(long count) {
    int shift = Math.max(0, 63 - SUB_BITS - Long.numberOfLeadingZeros(count));
    return (shift << SUB_BITS) + (int) (count >>> shift);
  }

  /** The smallest count of a class. */
  public static long lowest(int countClass) {
    if (countClass < 2 << SUB_BITS) {
      return countClass;
    }
    int shift = (countClass >> SUB_BITS) - 1;
    return (long) (countClass - (shift << SUB_BITS)) << shift;
  }
}
