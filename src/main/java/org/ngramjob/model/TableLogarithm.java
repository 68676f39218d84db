// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

/**
 * Base-10 logarithms as tables and ARPA files hold them: in 32 bits, one number standing for that
 * of 0. It and all below it mean 0, whoever reads them; so nothing below it is ever written. That
 * holds for what stands in a table, not for sums: 10^-60 times 10^-40 is small, and not 0.
 */
public final class TableLogarithm {
  /** What stands for the logarithm of 0, as SRILM writes it. */
  public static final float ZERO = -99;

  private TableLogarithm() {}

  /** The number as it stands in a table. */
  public static float stored(float log10) {
    return Math.max(ZERO, log10);
  }

  /** The logarithm of a number that is not negative, the same bits on every machine. */
  public static float of(double value) {
    return value > 0 ? stored((float) StrictMath.log10(value)) : ZERO;
  }

  /** The number whose logarithm stands in a table. */
  static double power(float log10) {
    return log10 <= ZERO ? 0 : Math.pow(10, log10);
  }
}
