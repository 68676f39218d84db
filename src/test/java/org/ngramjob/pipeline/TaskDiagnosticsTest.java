// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskDiagnosticsTest {
  /** As YARN 3.4.3 puts it, each part twice. */
  private static final String CONTAINER =
      """
      [2026-11-26 08:12:56.531]Exception from container-launch.
      Container id: container_1795680697153_0003_01_000002
      Exit code: 1

      [2026-11-26 08:12:56.549]Container exited with a non-zero exit code 1. Error file: prelaunch.err.
      Last 4096 bytes of prelaunch.err :
      Last 4096 bytes of stderr :
      %s

      [2026-11-26 08:12:56.549]Container exited with a non-zero exit code 1. Error file: prelaunch.err.
      Last 4096 bytes of prelaunch.err :
      Last 4096 bytes of stderr :
      %s
      """;

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

    assertThat(TaskDiagnostics.firstCause(List.of(diagnostics)))
        .contains("java.io.IOException: No space left on device");
  }

  @Test
  void takesTheFirstLineWhereNoCauseIsNamed() {
    assertThat(TaskDiagnostics.firstCause(Arrays.asList(null, " ", "\n Container killed\nmore")))
        .contains("Container killed");
    assertThat(TaskDiagnostics.firstCause(List.of())).isEmpty();
  }

  @Test
  void namesNoClassBeforeWhatIsMeantForPeople() {
    String diagnostics =
        "Error: org.ngramjob.failure.Failure: it is not there\n\tat a.B.c(B.java:2)";

    assertThat(TaskDiagnostics.firstCause(List.of(diagnostics))).contains("it is not there");
  }

  @Test
  void takesTheLastWordsOfAContainer() {
    String words = "Error: Could not find or load main class org.example.Child\nmore";

    assertThat(TaskDiagnostics.firstCause(List.of(CONTAINER.formatted(words, words))))
        .contains(
            "its process has ended with exit code 1: "
                + "Error: Could not find or load main class org.example.Child");
  }

  @Test
  void saysThatAContainerHasSaidNothing() {
    assertThat(TaskDiagnostics.firstCause(List.of(CONTAINER.formatted("", ""))))
        .contains("its process has ended with exit code 1 and no word on standard error");
  }
}
