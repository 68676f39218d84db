// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;

class EstimateSettingsTest {
  private static EstimateSettings settings(
      String smoothing, String pruning, EntropyThreshold entropy, DiscountFallback fallback) {
    return new EstimateSettings(
        SmoothingMethods.parse(smoothing),
        CountCutoffs.parse(pruning),
        Optional.ofNullable(entropy),
        Optional.ofNullable(fallback));
  }

  @Test
  void whatChangesTheResultHasTheNamesPeopleUse() {
    assertThat(settings("witten-bell", "0", null, null).toMap())
        .containsExactly(
            entry("discount-fallback", "none"),
            entry("prune", "0"),
            entry("prune-entropy", "none"),
            entry("smoothing", "witten-bell"));
    assertThat(
            settings(
                    "modified-kneser-ney",
                    "0 0 1",
                    new EntropyThreshold(1e-8),
                    new DiscountFallback(0.4, 0.9, 1.3))
                .toMap())
        .containsEntry("prune", "0 0 1")
        .containsEntry("prune-entropy", "1.0E-8")
        .containsEntry("discount-fallback", "DiscountFallback[one=0.4, two=0.9, threeOrMore=1.3]");
  }

  /** The text is an input, whose digest counts; the same text elsewhere gives the same model. */
  @Test
  void theNameOfHeldOutTextIsNoSetting() {
    assertThat(settings("jelinek-mercer:heldout=/some/text", "0", null, null).toMap())
        .containsEntry("smoothing", "jelinek-mercer:heldout");
    assertThat(settings("jelinek-mercer:lambda=0.6", "0", null, null).toMap().get("smoothing"))
        .startsWith("jelinek-mercer:lambda=0.6");
  }

  @Test
  void methodsWithoutBackOffWeightsAreNotPrunedByEntropy() {
    assertThatThrownBy(() -> settings("mle", "0", new EntropyThreshold(1e-8), null))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("--prune-entropy does not work with mle, ")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void ordersThatTheModelWillNotHaveAreRefused() {
    EstimateSettings settings = settings("witten-bell", "0 0 1", null, null);
    settings.check(3);
    assertThatThrownBy(() -> settings.check(2))
        .isInstanceOf(Failure.class)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tasksReadWhatTheStageHasWritten() {
    for (CountKind kind : CountKind.values()) {
      Configuration configuration = new Configuration(false);
      var written = new EstimateSettings.TaskSettings(kind, CountCutoffs.parse("0 1 2"));
      written.writeTo(configuration);
      assertThat(EstimateSettings.TaskSettings.readFrom(configuration))
          .hasToString(written.toString());
    }
  }
}
