// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.ngramjob.trie.ByteWriter;

/** Numbers as ASCII digits, without a String in between. */
public final class DecimalText {
  /** Seven decimals. */
  private static final int SCALE = 10_000_000;

  /** The longest long has 19 digits; a logarithm takes sign, nine digits, point and eight more. */
  private static final int LONGEST = 19;

  /** Logarithms are below this; so the digits of one have room. */
  private static final double LARGEST = 1e9;

  private static final long ZEROS = 0x3030_3030_3030_3030L;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private DecimalText() {}

  /** A whole number that is not negative. */
  public static void write(long value, ByteWriter out) {
    byte[] target = out.reserve(LONGEST);
    int at = out.length() + digits(value);
    out.setLength(at);
    long rest = value;
    do {
      target[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
  }

  private static int digits(long value) {
    int digits = 1;
    for (long limit = 10; digits < LONGEST && value >= limit; limit *= 10) {
      digits++;
    }
    return digits;
  }

  /**
   * A base-10 logarithm, rounded to seven decimals, zeros at its end left out: {@code -1.25},
   * {@code 0}.
   *
   * @param value below 10⁹, whatever its sign
   */
  public static void writeLog(double value, ByteWriter out) {
    double size = Math.abs(value);
    if (!(size < LARGEST)) {
      throw new IllegalArgumentException("%s is no logarithm of a probability".formatted(value));
    }
    long scaled = (long) (size * SCALE + 0.5);
    int whole = (int) (scaled / SCALE);
    int fraction = (int) (scaled - (long) whole * SCALE);
    byte[] target = out.reserve(LONGEST);
    int at = out.length();
    if (value < 0 && scaled > 0) {
      target[at++] = '-';
    }
    if (whole >= 100) {
      // Hardly ever; the digits of the others are not counted.
      out.setLength(at);
      write(whole, out);
      target = out.reserve(LONGEST);
      at = out.length();
    } else {
      if (whole >= 10) {
        target[at++] = (byte) ('0' + whole / 10);
      }
      target[at++] = (byte) ('0' + whole % 10);
    }
    if (fraction > 0) {
      target[at++] = '.';
      long digits = eightDigits(10 * fraction);
      EIGHT_BYTES.set(target, at, digits | ZEROS);
      at += Long.BYTES - Long.numberOfLeadingZeros(digits) / Byte.SIZE;
    }
    out.setLength(at);
  }

  /**
   * The digits of a number below 10⁸, a byte each, the first in the lowest. Halves, pairs and
   * single digits are split off side by side; dividing by 100 and by 10 is multiplying by 10486 /
   * 2²⁰ and 103 / 2¹⁰, exact below 10⁴ and 100.
   */
  private static long eightDigits(int value) {
    long halves = value / 10_000 | ((long) (value % 10_000) << 32);
    long hundreds = ((halves * 10_486) >>> 20) & 0x7f_0000_007fL;
    long pairs = hundreds | ((halves - 100 * hundreds) << 16);
    long tens = ((pairs * 103) >>> 10) & 0xf_000f_000f_000fL;
    return tens | ((pairs - 10 * tens) << 8);
  }
}
