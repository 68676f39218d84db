// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDecimalTest {
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
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void writesTenDigitsWithoutAnExponent(double value, String text) {
    assertThat(PlainDecimal.text(value)).isEqualTo(text);
  }

  @Test
  void knowsNoLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"de-DE", "tr-TR", "ar-EG"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(PlainDecimal.text(-1.5)).as(tag).isEqualTo("-1.500000000");
      }
    } finally {
      Locale.setDefault(before);
    }
  }
}
