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
    assertThat(ScratchName.isOfDeadProcess(name(self.pid() + "-1-" + self.host()))).isTrue();
  }

  @Test
  void saysNothingOfAnotherHostOrAnUnknownStart() {
    assertThat(ScratchName.isOfDeadProcess(name(self.pid() + "-1-else-where"))).isFalse();
    assertThat(ScratchName.isOfDeadProcess(name(self.pid() + "-0-" + self.host()))).isFalse();
  }

  private static String name(String owner) {
    return "ngram-job-" + owner + "-123";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ngram-job-123",
        "ngram-job-1-1-123",
        "ngram-job-model-1-123",
        "ngram-job-1-1-host-",
        "ngram-job-99999999999999999999-1-host-1"
      })
  void saysNothingOfOtherNames(String name) {
    assertThat(ScratchName.isOfDeadProcess(name)).isFalse();
  }
}
