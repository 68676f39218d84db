// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in explanations and messages: plain decimals, the same in every locale. */
public final class FormulaNumber {
  /** Enough to tell probabilities of large texts apart, short enough to read. */
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);

  private FormulaNumber() {}

  /** At most 7 significant digits, without an exponent: {@code 0.6666667}, {@code 3}. */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value, DIGITS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
