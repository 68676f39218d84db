// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobFailureTest {
  @Test
  void findsTheInnermostCause() {
    String diagnostics =
        """
        Error: java.io.IOException: Spill failed
        \tat org.apache.hadoop.mapred.MapTask.flush(MapTask.java:1)
        Caused by: java.lang.RuntimeException: wrapped
        \tat a.B.c(B.java:2)
        Caused by: java.io.IOException: No space left on device
        \tat a.B.d(B.java:3)
        """;

    assertThat(JobFailure.firstCause(List.of(diagnostics)))
        .contains("java.io.IOException: No space left on device");
  }

  @Test
  void takesTheFirstLineWhereNoCauseIsNamed() {
    assertThat(JobFailure.firstCause(Arrays.asList(null, " ", "\n Container killed\nmore")))
        .contains("Container killed");
    assertThat(JobFailure.firstCause(List.of())).isEmpty();
  }

  @Test
  void cutsLongMessages() {
    assertThat(OneLine.of("x".repeat(1000))).hasSize(401).endsWith("…");
  }
}
