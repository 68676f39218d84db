// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class MixtureWeightsTest {
  @Test
  void areReadAndWrittenAlike() {
    MixtureWeights weights = MixtureWeights.parse("0.7, 0.2,0.1", 3);
    assertThat(weights.size()).isEqualTo(3);
    assertThat(weights.share(0)).isEqualTo(0.7);
    assertThat(weights.share(2)).isEqualTo(0.1);
    assertThat(weights).hasToString("0.7,0.2,0.1");
    assertThat(MixtureWeights.parse("1e-5,0.99999", 2)).hasToString("0.00001,0.99999");
  }

  @Test
  void whatDecimalsLackIsMadeUp() {
    MixtureWeights weights = MixtureWeights.parse("0.333333,0.333333,0.333333", 3);
    assertThat(weights.share(0) + weights.share(1) + weights.share(2)).isEqualTo(1);
  }

  @Test
  void equalOnesAddUpToOne() {
    MixtureWeights weights = MixtureWeights.equal(4);
    assertThat(weights).hasToString("0.25,0.25,0.25,0.25");
  }

  /** 0.1234567 is 123457 millionths, 0.8765433 is 876543; 1e-9 is one, taken from the largest. */
  @Test
  void computedOnesAreMillionths() {
    assertThat(MixtureWeights.rounded(new double[] {0.1234567, 0.8765433}))
        .hasToString("0.123457,0.876543");
    assertThat(MixtureWeights.rounded(new double[] {1e-9, 1 - 1e-9}))
        .hasToString("0.000001,0.999999");
    assertThat(MixtureWeights.rounded(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}))
        .hasToString("0.333334,0.333333,0.333333");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.5,0.5 | 3 | --weights 0.5,0.5 has 2 numbers for 3 models; give one for each",
        "0.3,0.3 | 2 | --weights 0.3,0.3 add up to 0.6; give shares that add up to 1, such as 0.7,0.3",
        "0.33,0.33,0.33 | 3 | --weights 0.33,0.33,0.33 add up to 0.99; give shares that add up to 1, such as 0.7,0.3",
        "0,1 | 2 | '--weights 0,1: \"0\" is no share; give numbers above 0 and below 1, such as 0.7,0.3'",
        "1.5,-0.5 | 2 | '--weights 1.5,-0.5: \"1.5\" is no share; give numbers above 0 and below 1, such as 0.7,0.3'",
        "NaN,0.5 | 2 | '--weights NaN,0.5: \"NaN\" is no share; give numbers above 0 and below 1, such as 0.7,0.3'",
        "0.5, | 2 | '--weights 0.5,: \"\" is no share; give numbers above 0 and below 1, such as 0.7,0.3'",
      })
  void othersAreRefused(String text, int models, String message) {
    assertThatThrownBy(() -> MixtureWeights.parse(text, models))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(message);
  }
}
