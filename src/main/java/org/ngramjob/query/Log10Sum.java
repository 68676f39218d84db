// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.ngramjob.failure.Failure;

/**
 * A sum of log10 probabilities that does not depend on the order of addition, so that a text has
 * one perplexity however it is cut into splits. Each addend becomes a whole number of units of
 * 2^-{@value #FRACTION_BITS}, which changes nothing in a logarithm of -1 or below and at most 2^-53
 * in others; units are added up in 128 bits, enough for 10^20 of the least addends.
 */
public final class Log10Sum {
  private static final int FRACTION_BITS = 52;

  /** Log10 of the least positive double is above this. */
  private static final double LEAST = -324;

  private static final double UNITS = 1L << FRACTION_BITS;

  private long high;
  private long low;

  /**
   * Adds a logarithm.
   *
   * @param log10 of a positive double up to 1, or a little above by rounding
   * @throws Failure for what no probability has: an ARPA file may hold a weight that makes one of
   *     10
   */
  public void add(double log10) {
    if (!(log10 >= LEAST && log10 < 1)) {
      throw Failure.badInput(
          ("the model gives a word 10^%s, which is no probability: its numbers do not fit each other"
                  + " or are damaged; ngram-job validate MODEL says where, make the model again")
              .formatted(log10));
    }
    long units = (long) Math.rint(log10 * UNITS);
    add(units >> 63, units);
  }

  /** Adds another sum. */
  public void add(Log10Sum other) {
    add(other.high, other.low);
  }

  private void add(long addedHigh, long addedLow) {
    long sum = low + addedLow;
    high += addedHigh + (Long.compareUnsigned(sum, addedLow) < 0 ? 1 : 0);
    low = sum;
  }

  /** The sum whose {@link #high} and {@link #low} these are. */
  static Log10Sum of(long high, long low) {
    Log10Sum sum = new Log10Sum();
    sum.add(high, low);
    return sum;
  }

  /** The upper 64 of the 128 bits in two's complement. */
  long high() {
    return high;
  }

  /** The lower 64 bits. */
  long low() {
    return low;
  }

  /** The sum, rounded once. */
  public double value() {
    BigInteger units =
        BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    // Scaling a double by a power of two is exact.
    return new BigDecimal(units).doubleValue() / UNITS;
  }
}
