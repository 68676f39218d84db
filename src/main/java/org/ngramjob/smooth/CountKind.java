// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/** Which of an n-gram's two counts a method works on. */
public enum CountKind {
  /** How often the n-gram stands in the text. */
  RAW,

  /**
   * How many distinct words stand to its left (Kneser &amp; Ney 1995); n-grams of the top order and
   * those that begin with {@code <s>} keep the raw count.
   */
  ADJUSTED
}
