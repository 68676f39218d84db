// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaNumberTest {
  /** Seven digits, the first that is not 0 being the first; 2^-22 is 0.0000002384185791015625. */
  @ParameterizedTest
  @CsvSource({
    "0.6666666666666666, 0.6666667",
    "3, 3",
    "0.1, 0.1",
    "0.5, 0.5",
    "100, 100",
    "-0.25, -0.25",
    "2.384185791015625e-7, 0.0000002384186",
    "12345678, 12345680",
    "1e21, 1000000000000000000000",
    "0, 0",
    "-0.0, 0",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void plainDecimalsOfSevenDigits(double value, String text) {
    assertThat(FormulaNumber.text(value)).isEqualTo(text);
  }
}
