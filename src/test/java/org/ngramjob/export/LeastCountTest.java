// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class LeastCountTest {
  @Test
  void travelsToTasks() {
    Configuration configuration = new Configuration(false);
    assertThat(LeastCount.readFrom(configuration)).isEqualTo(LeastCount.ONE);
    LeastCount large = new LeastCount(1L << 40);
    large.writeTo(configuration);
    assertThat(LeastCount.readFrom(configuration)).isEqualTo(large);
  }

  /** What was written before there was a choice is still what all n-grams are. */
  @Test
  void changesTheResultUnlessItIsOne() {
    assertThat(LeastCount.ONE.toMap()).isEmpty();
    assertThat(new LeastCount(40).toMap()).containsEntry("min-count", "40");
  }

  @Test
  void isACount() {
    assertThatThrownBy(() -> new LeastCount(0))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("--min-count (0) must be 1 or more");
  }
}
