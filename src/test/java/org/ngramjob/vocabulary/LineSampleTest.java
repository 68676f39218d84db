// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.WordHash;

class LineSampleTest {
  private static long sampled(LineSample sample, int lines) {
    long held = 0;
    for (int i = 0; i < lines; i++) {
      byte[] line = ("line " + i).getBytes(UTF_8);
      held += sample.holds(WordHash.of(line, 0, line.length)) ? 1 : 0;
    }
    return held;
  }

  @Test
  void aSmallTextIsSampledWhole() {
    assertThat(sampled(LineSample.ofTextOf(0), 1000)).isEqualTo(1000);
    assertThat(sampled(LineSample.ofTextOf(4 << 20), 1000)).isEqualTo(1000);
    assertThat(LineSample.ofTextOf(1).holds(-1)).isTrue();
  }

  /** 4 MiB of 64 MiB is a 16th: of 64,000 lines 4,000, standard deviation 61. */
  @Test
  void aLargeTextGivesItsShare() {
    assertThat(sampled(LineSample.ofTextOf(64 << 20), 64_000)).isBetween(3700L, 4300L);
    assertThat(sampled(LineSample.ofTextOf(1L << 60), 64_000)).isZero();
  }

  @Test
  void travelsInAConfiguration() {
    Configuration configuration = new Configuration();
    LineSample sample = LineSample.ofTextOf(12_345_678);
    sample.to(configuration);
    assertThat(LineSample.from(configuration)).isEqualTo(sample);
  }
}
