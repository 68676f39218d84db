// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import org.ngramjob.failure.Failure;

/**
 * The order N: the length of the longest n-gram, its last word included. A context has at most N-1
 * words.
 *
 * @param n 1 to {@link #LONGEST}
 */
public record NgramOrder(int n) {
  /** The longest n-gram; beyond it nearly every n-gram of any text is unique. */
  public static final int LONGEST = 10;

  public NgramOrder {
    if (n < 1 || n > LONGEST) {
      throw outside(Integer.toString(n));
    }
  }

  /** Reads an option's value. */
  public static NgramOrder parse(String text) {
    try {
      return new NgramOrder(Integer.parseInt(text.strip()));
    } catch (NumberFormatException notAnInt) {
      throw outside(text);
    }
  }

  /** The longest context, in words. */
  public int longestContext() {
    return n - 1;
  }

  private static Failure outside(String value) {
    return Failure.usage(
        "order ("
            + value
            + ") must be a whole number from 1 to "
            + LONGEST
            + ": the length of the longest n-gram, for example --order 3");
  }
}
