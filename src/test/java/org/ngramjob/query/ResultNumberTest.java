// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0.6666666666666666, 0.6666666667",
    "0.5, 0.5000000000",
    "1, 1.000000000",
    "0, 0",
    "-0.0, 0",
    "1e-9, 0.000000001000000000",
    "1.23456789012e-20, 0.00000000000000000001234567890",
    "-12.3456789, -12.34567890",
    "-1255.2725051, -1255.272505",
    "123456789012345, 123456789000000",
    "0.99999999999, 1.000000000",
    "9.99999999999, 10.00000000",
    "-99999.99999999, -100000.0000",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void writesTenDigitsWithoutAnExponent(double value, String text) {
    assertThat(ResultNumber.text(value)).isEqualTo(text);
  }

  /** Numbers that take the quick way, and halves at the eleventh digit, which must not. */
  @Test
  void roundsAsExactArithmeticDoes() {
    Random random = new Random(1);
    MathContext ten = new MathContext(10, RoundingMode.HALF_EVEN);
    for (int i = 0; i < 100_000; i++) {
      double value = Math.pow(10, 12 * random.nextDouble() - 1.5);
      if (i % 4 == 0) {
        value = (long) (value * 1000) / 1024.0;
      } else if (i % 4 == 1) {
        value = Math.rint(value * 8) / 8 + 0x1p-21;
      }
      BigDecimal exact = new BigDecimal(value).round(ten);
      String text = ResultNumber.text(-value);
      assertThat(new BigDecimal(text)).isEqualByComparingTo(exact.negate());
      assertThat(text.chars().filter(Character::isDigit).count()).isGreaterThanOrEqualTo(1);
      assertThat(ResultNumber.text(value)).isEqualTo(text.replace("-", ""));
    }
  }

  @Test
  void knowsNoLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(ResultNumber.text(-1.5)).as(tag).isEqualTo("-1.500000000");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
