// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryNameTest {
  private final DriverProcess self = DriverProcess.self();

  @Test
  void tellsTheLivingFromTheDead() {
    assertThat(TemporaryName.isOfDeadProcess(TemporaryName.ofRun() + "123", DriverProcess.self()))
        .isFalse();
    assertThat(TemporaryName.isOfDeadProcess(TemporaryName.ofModel() + "123", DriverProcess.self()))
        .isFalse();
    // The same number, but that process began in 1970.
    assertThat(TemporaryName.isOfDeadProcess(name(1, here()), DriverProcess.self())).isTrue();
    assertThat(TemporaryName.isOfDeadProcess(model(1, here()), DriverProcess.self())).isTrue();
  }

  @Test
  void saysNothingOfAnotherHostOrContainerOrAnUnknownStart() {
    assertThat(
            TemporaryName.isOfDeadProcess(
                name(1, self.namespace() + "-else-where"), DriverProcess.self()))
        .isFalse();
    assertThat(TemporaryName.isOfDeadProcess(name(1, "43-" + self.host()), DriverProcess.self()))
        .isFalse();
    assertThat(TemporaryName.isOfDeadProcess(name(0, here()), DriverProcess.self())).isFalse();
  }

  @Test
  void saysNothingOfANameOfTheFormerVersion() {
    assertThat(TemporaryName.isOfDeadProcess(name(1, self.host()), DriverProcess.self())).isFalse();
  }

  private String here() {
    return self.namespace() + "-" + self.host();
  }

  private String name(long start, String place) {
    return "ngram-job-" + self.pid() + "-" + start + "-" + place + "-123";
  }

  private String model(long start, String place) {
    return name(start, place).replace("ngram-job-", "ngram-job-model-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ngram-job-123",
        "ngram-job-1-1-123",
        "ngram-job-1-1-42-123",
        "ngram-job-model-123",
        "ngram-job-model-1-42-123",
        "ngram-job-models-1-1-42-host-1",
        "ngram-job-1-1-42-host-",
        "ngram-job-99999999999999999999-1-42-host-1"
      })
  void saysNothingOfOtherNames(String name) {
    assertThat(TemporaryName.isOfDeadProcess(name, DriverProcess.self())).isFalse();
  }
}
