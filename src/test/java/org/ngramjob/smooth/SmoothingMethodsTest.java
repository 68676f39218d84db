// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class SmoothingMethodsTest {
  @Test
  void namesAreThoseOfTheCommandLine() {
    assertThat(SmoothingMethods.names())
        .containsExactly(
            "mle",
            "add-k",
            "laplace",
            "jelinek-mercer",
            "witten-bell",
            "absolute",
            "kneser-ney",
            "modified-kneser-ney",
            "katz",
            "stupid-backoff");
  }

  /** What the help says; the numbers are those that the methods are fitted with. */
  @Test
  void optionsAreListedWithTheirDefaults() {
    assertThat(SmoothingMethods.options())
        .containsExactly(
            "add-k:k=1",
            "jelinek-mercer:lambda=0.7, with lambda1=, lambda2=, … for single orders,"
                + " or heldout=PATH, which chooses all of them by text that is not counted",
            "absolute:discount=D, from the counts",
            "katz:k=5, 2 to 5",
            "stupid-backoff:alpha=0.4");
    assertThat(SmoothingMethods.withoutBackOffWeights())
        .containsExactly("mle", "add-k", "laplace", "stupid-backoff");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mle | mle",
        "add-k:k=1.0 | add-k:k=1",
        "add-k:k=0.50 | add-k:k=0.5",
        "katz:k=5 | katz:k=5",
        "jelinek-mercer:lambda2=0.5,lambda1=.9 | jelinek-mercer:lambda1=0.9,lambda2=0.5",
        "stupid-backoff:alpha=1 | stupid-backoff:alpha=1",
      })
  void equalRequestsHaveOneText(String request, String canonical) {
    SmoothingSpec spec = SmoothingMethods.parse(request);
    assertThat(spec).hasToString(canonical);
    assertThat(SmoothingMethods.parse(spec.toString())).isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good-turing | no such method; choose one of mle, add-k, laplace, jelinek-mercer,",
        "MLE | no such method",
        "mle:k=1 | mle takes no options",
        "mle: | mle takes no options",
        "add-k:q=1 | add-k has no option \"q\"; it takes k",
        "add-k:k=0 | k (0) must be a number above 0",
        "add-k:k=-1 | k (-1) must be a number above 0",
        "add-k:k=NaN | k (NaN) must be a number above 0",
        "add-k:k=Infinity | k (Infinity) must be a number above 0",
        "add-k:k= | k () must be a number above 0",
        "add-k:k | k () must be a number above 0",
        "add-k:k=1,k=2 | k is given twice",
        "add-k:k=1,,k=2 | add-k has no option \"\"; it takes k",
        "jelinek-mercer:lambda=1.5 | lambda (1.5) must be a number from 0 to 1",
        "jelinek-mercer:lambda0=0.5 | has no option \"lambda0\"; it takes lambda (lambda1, lambda2,",
        "absolute:discount=1,5 | absolute has no option \"5\"; it takes discount",
        "katz:k=6 | k (6) must be a whole number from 2 to 5",
        "katz:k=1 | k (1) must be a whole number from 2 to 5",
        "katz:k=2.5 | k (2.5) must be a whole number from 2 to 5",
        "stupid-backoff:alpha=0 | alpha (0) must be a number above 0 and at most 1",
      })
  void aWrongRequestIsAUsageErrorThatNamesWhatIsLegal(String request, String message) {
    assertThatThrownBy(() -> SmoothingMethods.parse(request))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("--smoothing \"" + request + "\": ")
        .hasMessageContaining(message)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add-k | k | 1 | add-k lacks vocabulary",
        "add-k | k | much | add-k has k=\"much\", which is not a number",
        "katz | discounts-order2 | 1 | katz lacks discounts-order1",
        "katz | discounts-order1 | 0.5 1.0 0.0 | katz lacks discounts-order2",
        "kneser-ney | discounts-order1 | 0.5 | kneser-ney lacks discounts-order2",
        "kneser-ney | discounts-order1 | NaN | has discounts-order1=\"NaN\", which is not a number",
        "modified-kneser-ney | discounts-order1 | 0.5 1.5 | of 2 and not 3 numbers",
        "jelinek-mercer | lambdas | 0.5 | has lambdas=\"0.5\", of 1 and not 2 numbers",
        "jelinek-mercer | lambdas | '' | has lambdas=\"\", which is not a number",
        "interpolated | k | 1 | smoothing \"interpolated\" is not known here; known are mle,",
      })
  void damagedParametersAreBadInput(String name, String key, String value, String message) {
    assertThatThrownBy(() -> SmoothingMethods.restore(name, 2, new TreeMap<>(Map.of(key, value))))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(message)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  /**
   * Beyond the last discount the last holds: without the 0 all greater counts would lose as much.
   */
  @Test
  void discountsOfKatzEndInZero() {
    TreeMap<String, String> cut = new TreeMap<>(Map.of("discounts-order1", "0.5 1.0"));
    assertThatThrownBy(() -> SmoothingMethods.restore("katz", 1, cut))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("katz has discounts-order1 without the 0 at its end");
  }

  @Test
  void aCommaLocaleChangesNothing() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(new Mle().explain(2, 1, ContextTotals.of(1, 1))).contains("1 / 2 = 0.5");
      assertThat(SmoothingMethods.parse("add-k:k=0.5")).hasToString("add-k:k=0.5");
      assertThat(new StupidBackoff(0.4).parameters()).containsEntry("alpha", "0.4");
    } finally {
      Locale.setDefault(before);
    }
  }
}
