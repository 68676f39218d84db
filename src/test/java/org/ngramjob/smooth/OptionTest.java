// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;

class OptionTest {
  private static final Option ABOVE = Option.aboveUpTo("a", 0, 2);
  private static final Option WITHIN = Option.within("w", 0, 2);
  private static final Option WHOLE = Option.whole("i", 2, 5);
  private static final Option EACH = Option.within("each", 0, 1).byDefault(0.7).forEachOrder();

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "1e0, 1",
    "0.50, 0.5",
    ".5, 0.5",
    "1e-20, 1.0E-20",
    "2, 2",
  })
  void equalNumbersAreWrittenAlike(String typed, String canonical) {
    assertThat(ABOVE.canonical("m:a=" + typed, "a", typed)).isEqualTo(canonical);
  }

  /** The ends of each range, and what is just outside. */
  @Test
  void rangesHaveTheirEnds() {
    assertRefused(ABOVE, "0", "a (0) must be a number above 0 and at most 2");
    assertRefused(ABOVE, "2.1", "a (2.1) must be a number above 0 and at most 2");
    assertThat(WITHIN.canonical("m", "w", "0")).isEqualTo("0");
    assertThat(WITHIN.canonical("m", "w", "2")).isEqualTo("2");
    assertRefused(WITHIN, "-0.1", "w (-0.1) must be a number from 0 to 2");
    assertThat(WHOLE.canonical("m", "i", "5.0")).isEqualTo("5");
    assertRefused(WHOLE, "2.5", "i (2.5) must be a whole number from 2 to 5");
    assertRefused(WHOLE, "NaN", "i (NaN) must be a whole number from 2 to 5");
    assertRefused(WHOLE, "two", "i (two) must be a whole number from 2 to 5");
  }

  @Test
  void aPathIsTakenAsItIs() {
    Option path = Option.path("p");
    assertThat(path.canonical("m", "p", "1.0")).isEqualTo("1.0");
    assertRefused(path, " ", "p needs a path, as p=PATH");
    assertThat(path.usage()).isEqualTo("p=PATH");
  }

  @ParameterizedTest
  @CsvSource({
    "each, true",
    "each1, true",
    "each12, true",
    "each0, false",
    "each123, false",
    "eachx, false",
    "eac, false",
  })
  void onlyAnOptionOfEachOrderHasNumbersBehindItsName(String written, boolean accepted) {
    assertThat(EACH.accepts(written)).isEqualTo(accepted);
    assertThat(Option.within("each", 0, 1).accepts(written)).isEqualTo(written.equals("each"));
  }

  /** The order's own, else that of all, else the default. */
  @Test
  void theNearestNumberHolds() {
    assertThat(EACH.number(spec(), 2)).isEqualTo(0.7);
    assertThat(EACH.number(spec("each", "0.5"), 2)).isEqualTo(0.5);
    assertThat(EACH.number(spec("each", "0.5", "each2", "0.25"), 2)).isEqualTo(0.25);
    assertThat(EACH.number(spec("each", "0.5", "each2", "0.25"), 1)).isEqualTo(0.5);
    assertThat(EACH.number(spec("each2", "0.25"), 1)).isEqualTo(0.7);
  }

  @Test
  void withoutADefaultANumberIsGivenOrNot() {
    assertThat(WITHIN.given(spec())).isEmpty();
    assertThat(WITHIN.given(spec("w", "0.5"))).contains(0.5);
    assertThatThrownBy(() -> WITHIN.number(spec())).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void usageSaysTheDefaultOrWhatTheValueMeans() {
    assertThat(ABOVE.byDefault(1).usage()).isEqualTo("a=1");
    assertThat(ABOVE.byDefault(0.4).usage()).isEqualTo("a=0.4");
    assertThat(WHOLE.byDefault(5).usage()).isEqualTo("i=5, 2 to 5");
    assertThat(WITHIN.usage()).isEqualTo("w=NUMBER");
    assertThat(WITHIN.meaning("W, from above").usage()).isEqualTo("w=W, from above");
    assertThat(EACH.usage()).isEqualTo("each=0.7, with each1=, each2=, … for single orders");
    assertThat(EACH).hasToString("each (each1, each2, … for single orders)");
    assertThat(WITHIN).hasToString("w");
  }

  /** Digits are those of ASCII whoever reads them. */
  @Test
  void anArabicLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(WHOLE.byDefault(5).usage()).isEqualTo("i=5, 2 to 5");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertRefused(Option option, String value, String message) {
    assertThatThrownBy(() -> option.canonical("m:x", option.name(), value))
        .isInstanceOf(Failure.class)
        .hasMessage("--smoothing \"m:x\": " + message);
  }

  private static SmoothingSpec spec(String... keysAndValues) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      options.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new SmoothingSpec("m", new TreeMap<>(options));
  }
}
