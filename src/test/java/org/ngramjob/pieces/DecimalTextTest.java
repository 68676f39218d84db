// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.trie.ByteWriter;

class DecimalTextTest {
  private static String log(double value) {
    ByteWriter out = new ByteWriter(0);
    out.writeByte('[');
    DecimalText.writeLog(value, out);
    out.writeByte(']');
    String text = new String(out.toByteArray(), US_ASCII);
    assertThat(text).startsWith("[").endsWith("]");
    return text.substring(1, text.length() - 1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 100, 12_345_678_901L, 1_000_000_000_000_000_000L})
  void wholeNumbers(long value) {
    assertWritten(value);
    assertWritten(Long.MAX_VALUE - value);
  }

  private static void assertWritten(long value) {
    ByteWriter out = new ByteWriter(0);
    DecimalText.write(value, out);
    assertThat(new String(out.toByteArray(), US_ASCII)).isEqualTo(Long.toString(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "-1.25, -1.25",
    "0.5, 0.5",
    "-0.30103, -0.30103",
    "-99, -99",
    "-12.3456789, -12.3456789",
    "-0.0000001, -0.0000001",
    "-0.00000004, 0",
    "-2.00000004, -2",
    "-2.00000006, -2.0000001",
    "-9.99999996, -10",
    "-1.1000000, -1.1",
    "-1.0100000, -1.01",
    "-99.99999996, -100",
    "-100, -100",
    "-120.5, -120.5",
    "214.7483648, 214.7483648",
    "-307.6526556, -307.6526556",
    "-999999999.25, -999999999.25",
  })
  void logarithms(double value, String text) {
    assertThat(log(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, -1e9, Double.NEGATIVE_INFINITY, Double.NaN})
  void whatIsNoLogarithmOfAProbabilityIsNotWritten(double value) {
    assertThatThrownBy(() -> log(value)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The reference rounds the decimal expansion. */
  @Test
  void logarithmsAsBigDecimalRoundsThem() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = (random.nextDouble() - 0.9) * Math.pow(10, random.nextInt(9) - 6);
      String rounded =
          new BigDecimal(value)
              .setScale(7, RoundingMode.HALF_UP)
              .stripTrailingZeros()
              .toPlainString();
      assertThat(log(value)).as("%s", value).isEqualTo(rounded);
    }
  }
}
