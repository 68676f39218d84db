// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class ParametersTest {
  private final Parameters stored =
      new Parameters("m", 2, new TreeMap<>(Map.of("one", "0.5", "three", "0.5 1.0 1.5")));

  @Test
  void givesBackWhatIsStored() {
    assertThat(stored.has("one")).isTrue();
    assertThat(stored.has("two")).isFalse();
    assertThat(stored.number("one")).isEqualTo(0.5);
    assertThat(stored.numbers("one")).containsExactly(0.5);
    assertThat(stored.numbers("three", 3)).containsExactly(0.5, 1.0, 1.5);
  }

  /** A third has no end; what is written reads back to the last bit. */
  @Test
  void whatIsWrittenReadsBackExactly() {
    double third = 1 / 3.0;
    assertThat(new Parameters("m", 1, Parameters.of("x", third)).number("x")).isEqualTo(third);
  }

  @Test
  void saysWhatIsMissingOrTooMuch() {
    assertDamaged(() -> stored.number("two"), "lacks two");
    assertDamaged(
        () -> stored.number("three"), "has three=\"0.5 1.0 1.5\", of 3 and not 1 numbers");
    assertDamaged(() -> stored.numbers("one", 2), "has one=\"0.5\", of 1 and not 2 numbers");
  }

  /** Two spaces have an empty number between them; infinite ones compute nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"", "much", "1  2", "1 NaN", "Infinity", "1,2"})
  void saysWhatIsNoNumber(String text) {
    Parameters bad = new Parameters("m", 1, new TreeMap<>(Map.of("x", text)));
    assertDamaged(() -> bad.numbers("x"), "has x=\"" + text + "\", which is not a number");
  }

  private static void assertDamaged(Runnable read, String message) {
    assertThatThrownBy(read::run)
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage("smoothing m " + message);
  }
}
