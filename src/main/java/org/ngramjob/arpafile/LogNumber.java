// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ngramjob.model.TableLogarithm;

/** Numbers of an ARPA file, from bytes. */
final class LogNumber {
  /** More digits than this may not fit a double's 53 bits. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS = new double[EXACT_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private LogNumber() {}

  /**
   * The number in {@code bytes[from, to)}; NaN for what is none, the logarithm of 0 for minus
   * infinity.
   */
  static float parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    long digits = 0;
    int read = 0;
    int afterPoint = -1;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      byte b = bytes[i];
      if (isDigit(b) && read < EXACT_DIGITS) {
        digits = 10 * digits + b - '0';
        read++;
        afterPoint += afterPoint >= 0 ? 1 : 0;
      } else if (b == '.' && afterPoint < 0) {
        afterPoint = 0;
      } else {
        return uncommon(bytes, from, to);
      }
    }
    if (read == 0) {
      return uncommon(bytes, from, to);
    }
    double value = digits / POWERS[Math.max(0, afterPoint)];
    return (float) (negative ? -value : value);
  }

  /** Exponents, many digits, names. */
  private static float uncommon(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    if (isDecimal(bytes, from, to)) {
      float value = Float.parseFloat(text);
      return value == Float.NEGATIVE_INFINITY ? TableLogarithm.ZERO : value;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("-inf") || lower.equals("-infinity") ? TableLogarithm.ZERO : Float.NaN;
  }

  /**
   * Whether this is digits with a sign, a point and an exponent perhaps: Java would also take
   * hexadecimal numbers and letters for a type. Not a regular expression: some programs write every
   * number with an exponent.
   */
  private static boolean isDecimal(byte[] bytes, int from, int to) {
    int begin = afterSign(bytes, from, to);
    int point = afterDigits(bytes, begin, to);
    boolean hasPoint = point < to && bytes[point] == '.';
    int end = hasPoint ? afterDigits(bytes, point + 1, to) : point;
    int digits = end - begin - (hasPoint ? 1 : 0);
    if (digits == 0 || end == to) {
      return digits > 0;
    }
    int exponent = afterSign(bytes, end + 1, to);
    return (bytes[end] | 0x20) == 'e' && exponent < to && afterDigits(bytes, exponent, to) == to;
  }

  private static int afterSign(byte[] bytes, int from, int to) {
    return from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
  }

  private static int afterDigits(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && isDigit(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
