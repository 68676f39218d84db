// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Numbers of an ARPA file, from bytes. */
final class LogNumber {
  /** What SRILM writes for the logarithm of 0; so {@code -inf} is read as this. */
  static final float ZERO = -99;

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

  /** The number in {@code bytes[from, to)}; NaN for what is none. */
  static float parse(byte[] bytes, int from, int to) {
    boolean negative = from < to && bytes[from] == '-';
    long digits = 0;
    int read = 0;
    int afterPoint = -1;
    for (int i = negative ? from + 1 : from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9' && read < EXACT_DIGITS) {
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
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals("-inf") || lower.equals("-infinity")) {
      return ZERO;
    }
    // Java would also take hexadecimal numbers and letters for a type.
    if (!lower.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
      return Float.NaN;
    }
    float value = Float.parseFloat(text);
    return value == Float.NEGATIVE_INFINITY ? ZERO : value;
  }
}
