// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.model.TableLogarithm;

class LogNumberTest {
  /** Within more bytes, of which none but its own may matter. */
  private static float parse(String number) {
    byte[] bytes = ("9" + number + "9").getBytes(UTF_8);
    return LogNumber.parse(bytes, 1, bytes.length - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-1.25, -1.25",
    "-.5, -0.5",
    "5., 5",
    "-0.0078125, -0.0078125",
    "-99, -99"
  })
  void readsResultNumbers(String number, float value) {
    assertThat(parse(number)).isEqualTo(value);
  }

  /** Fifteen digits are a whole number that a double holds; one more goes another way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-0.301030",
        "-4.7712126",
        "-0.12345678901234",
        "-0.1234567890123456",
        "-1234567890.12345678901234567890"
      })
  void roundsAsJavaDoes(String number) {
    assertThat(parse(number)).isEqualTo(Float.parseFloat(number));
  }

  @ParameterizedTest
  @CsvSource({"1e-2, 0.01", "-1.5E+1, -15", "+2, 2", "-25e-1, -2.5", "+.5e0, 0.5", "-5.e1, -50"})
  void readsSignsAndExponents(String number, float value) {
    assertThat(parse(number)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-inf", "-INF", "-Infinity", "-1e999"})
  void minusInfinityIsTheLogarithmOfZero(String number) {
    assertThat(parse(number)).isEqualTo(TableLogarithm.ZERO);
  }

  /** What is too large stays so: whoever reads it refuses what is above 0. */
  @Test
  void plusInfinityIsNoName() {
    assertThat(parse("1e999")).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(parse("inf")).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "-.", "--1", "+-1", "1.2.3", "1e", "1e+", "e5", ".e5", "1e5.0", "0x1p3", "1f",
        "1d", "1,5", "1_0", "１", "nan", "word", " 1", "1 "
      })
  void everythingElseIsNone(String number) {
    assertThat(parse(number)).isNaN();
  }
}
