// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import org.ngramjob.trie.ByteWriter;

/** Writes numbers as ASCII digits, without a String in between; belongs to one thread. */
public final class DecimalText {
  private static final int DECIMALS = 7;
  private static final int SCALE = 10_000_000;

  /** The longest long has 19 digits, a logarithm 12 with sign and point. */
  private final byte[] digits = new byte[20];

  /** A whole number that is not negative. */
  public void write(long value, ByteWriter out) {
    int from = digits.length;
    long rest = value;
    while (rest > Integer.MAX_VALUE) {
      digits[--from] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    from = writeBefore(from, (int) rest);
    out.write(digits, from, digits.length);
  }

  /**
   * A base-10 logarithm, rounded to seven decimals, zeros at its end left out: {@code -1.25},
   * {@code 0}.
   *
   * @param value between -100 and 100
   */
  public void writeLog(double value, ByteWriter out) {
    int scaled = (int) Math.round(Math.abs(value) * SCALE);
    int whole = scaled / SCALE;
    int fraction = scaled % SCALE;
    int from = digits.length;
    if (fraction > 0) {
      int decimals = DECIMALS;
      while (fraction % 10 == 0) {
        fraction /= 10;
        decimals--;
      }
      for (; decimals > 0; decimals--) {
        digits[--from] = (byte) ('0' + fraction % 10);
        fraction /= 10;
      }
      digits[--from] = '.';
    }
    from = writeBefore(from, whole);
    if (value < 0 && scaled > 0) {
      digits[--from] = '-';
    }
    out.write(digits, from, digits.length);
  }

  /** Writes a number so that it ends before a place, and gives the place where it begins. */
  private int writeBefore(int end, int value) {
    int from = end;
    int rest = value;
    do {
      digits[--from] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    return from;
  }
}
