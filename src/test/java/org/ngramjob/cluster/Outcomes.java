// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.ngramjob.Script;

/** What a driver must say when something is wrong. */
final class Outcomes {
  private Outcomes() {}

  /** The exit code, and one line of ours without a trace of Java. */
  static void expectError(Script.Outcome outcome, int exitCode, String... words) {
    assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().filter(line -> line.startsWith("ngram-job: ")).toList())
        .as(outcome.err())
        .singleElement()
        .asString()
        .contains(words);
    assertThat(outcome.err()).doesNotContain("\tat ", "Exception in thread");
  }
}
