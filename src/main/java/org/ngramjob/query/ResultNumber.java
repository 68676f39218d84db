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
public final class ResultNumber {
  private static final int DIGITS = 10;
  private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  /** Numbers from here on have no digit beyond the point. */
  private static final double LARGE = 1e9;

  private static final double[] POWERS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
  private static final double UNSURE = 1e-3;

  private ResultNumber() {}

  /** {@code 0.6666666667}, {@code 0.5000000000}, {@code -12.34567890}, {@code 0}. */
  public static String text(double value) {
    if (value == 0) {
      return "0";
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    String plain = plain(value);
    return plain != null ? plain : exact(value);
  }

  /**
   * The text of numbers in which ten digits go beyond the point, unless they are so close to the
   * middle of two texts that only exact arithmetic tells them apart; else null.
   */
  private static String plain(double value) {
    double size = Math.abs(value);
    if (size < 1 || size >= LARGE) {
      return null;
    }
    int whole = 1;
    while (size >= POWERS[whole]) {
      whole++;
    }
    // Powers are exact, so the product is off by no more than half its last bit: 2^-21.
    double scaled = size * POWERS[DIGITS - whole];
    long digits = (long) scaled;
    double rest = scaled - digits;
    if (Math.abs(rest - 0.5) < UNSURE) {
      return null;
    }
    digits += rest > 0.5 ? 1 : 0;
    StringBuilder text = new StringBuilder(DIGITS + 2).append(digits);
    if (text.length() > DIGITS) {
      return null;
    }
    text.insert(whole, '.');
    return value < 0 ? text.insert(0, '-').toString() : text.toString();
  }

  private static String exact(double value) {
    BigDecimal rounded = new BigDecimal(value).round(ROUNDING);
    int missing = DIGITS - rounded.precision();
    return rounded.setScale(Math.max(0, rounded.scale() + missing)).toPlainString();
  }
}
