// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as results show them: ten significant digits, never an exponent, the same in every locale
 * and on every JDK. What is no number has Java's names, which most languages read: {@code NaN},
 * {@code Infinity}, {@code -Infinity}.
 */
public final class PlainDecimal {
  private static final int DIGITS = 10;
  private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private PlainDecimal() {}

  /** {@code 0.6666666667}, {@code 0.5000000000}, {@code -12.34567890}, {@code 0}. */
  public static String text(double value) {
    if (value == 0) {
      return "0";
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(ROUNDING);
    int missing = DIGITS - rounded.precision();
    return rounded.setScale(Math.max(0, rounded.scale() + missing)).toPlainString();
  }
}
