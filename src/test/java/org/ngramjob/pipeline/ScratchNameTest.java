// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchNameTest {
  private final DriverProcess self = DriverProcess.self();

  @Test
  void tellsTheLivingFromTheDead() {
    assertThat(ScratchName.isOfDeadProcess(ScratchName.prefix() + "123")).isFalse();
    // The same number, but that process began in 1970.
    assertThat(ScratchName.isOfDeadProcess(name(1, here()))).isTrue();
  }

  @Test
  void saysNothingOfAnotherHostOrContainerOrAnUnknownStart() {
    assertThat(ScratchName.isOfDeadProcess(name(1, self.namespace() + "-else-where"))).isFalse();
    assertThat(ScratchName.isOfDeadProcess(name(1, "43-" + self.host()))).isFalse();
    assertThat(ScratchName.isOfDeadProcess(name(0, here()))).isFalse();
  }

  @Test
  void saysNothingOfANameOfTheFormerVersion() {
    assertThat(ScratchName.isOfDeadProcess(name(1, self.host()))).isFalse();
  }

  private String here() {
    return self.namespace() + "-" + self.host();
  }

  private String name(long start, String place) {
    return "ngram-job-" + self.pid() + "-" + start + "-" + place + "-123";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ngram-job-123",
        "ngram-job-1-1-123",
        "ngram-job-1-1-42-123",
        "ngram-job-model-1-42-123",
        "ngram-job-1-1-42-host-",
        "ngram-job-99999999999999999999-1-42-host-1"
      })
  void saysNothingOfOtherNames(String name) {
    assertThat(ScratchName.isOfDeadProcess(name)).isFalse();
  }
}
