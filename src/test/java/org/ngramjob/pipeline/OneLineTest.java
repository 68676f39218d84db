// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
  @Test
  void cutsLongMessages() {
    assertThat(OneLine.of("x".repeat(1000))).hasSize(401).endsWith("…");
  }
}
