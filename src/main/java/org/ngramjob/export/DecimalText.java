// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import org.ngramjob.trie.ByteWriter;

/** Numbers as ASCII digits, without a String in between. */
public final class DecimalText {
  private static final int DECIMALS = 7;
  private static final long SCALE = 10_000_000;

  private DecimalText() {}

  /** A whole number that is not negative. */
  public static void write(long value, ByteWriter out) {
    long divisor = 1;
    while (value / divisor >= 10) {
      divisor *= 10;
    }
    writeDigits(value, divisor, out);
  }

  /**
   * A base-10 logarithm, rounded to seven decimals, zeros at its end left out: {@code -1.25},
   * {@code 0}.
   *
   * @param value between -10^11 and 10^11
   */
  public static void writeLog(double value, ByteWriter out) {
    long scaled = Math.round(Math.abs(value) * SCALE);
    if (scaled == 0) {
      out.writeByte('0');
      return;
    }
    if (value < 0) {
      out.writeByte('-');
    }
    write(scaled / SCALE, out);
    long fraction = scaled % SCALE;
    if (fraction > 0) {
      out.writeByte('.');
      int digits = DECIMALS;
      while (fraction % 10 == 0) {
        fraction /= 10;
        digits--;
      }
      long divisor = 1;
      for (int i = 1; i < digits; i++) {
        divisor *= 10;
      }
      writeDigits(fraction, divisor, out);
    }
  }

  private static void writeDigits(long value, long firstDivisor, ByteWriter out) {
    long rest = value;
    for (long divisor = firstDivisor; divisor > 0; divisor /= 10) {
      out.writeByte((int) ('0' + rest / divisor));
      rest %= divisor;
    }
  }
}
