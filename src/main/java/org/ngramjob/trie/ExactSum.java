// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import org.ngramjob.failure.Failure;

/** Adds counts: a sum that no long holds is an error, never a wrong number. */
final class ExactSum {
  private ExactSum() {}

  /** a + b, both not negative. */
  static long of(long a, long b) {
    long sum = a + b;
    if (sum < 0) {
      throw Failure.badInput(
          "counts "
              + a
              + " and "
              + b
              + " add up to more than 2^63 - 1; they are damaged, count"
              + " again");
    }
    return sum;
  }
}
