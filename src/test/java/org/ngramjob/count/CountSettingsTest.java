// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;

class CountSettingsTest {
  private final Configuration configuration = new Configuration(false);

  @Test
  void travelThroughAConfiguration() {
    CountSettings settings = new CountSettings(new NgramOrder(5), 12, 34);
    settings.writeTo(configuration);
    assertThat(CountSettings.readFrom(configuration)).isEqualTo(settings);
  }

  /** What has no effect on the result is not in its fingerprint. */
  @Test
  void onlyTheOrderChangesTheResult() {
    assertThat(new CountSettings(new NgramOrder(5), 12, 34).toMap())
        .containsOnlyKeys("order")
        .containsEntry("order", "5");
  }

  @Test
  void absentSizesAreTheUsual() {
    CountSettings settings = CountSettings.of(new NgramOrder(3), configuration);
    assertThat(settings.bufferTokens()).isEqualTo(8 << 20);
    assertThat(settings.blockBytes()).isEqualTo(32 << 10);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, ngramjob.count.buffer-tokens (0)",
    "268435457, 1, ngramjob.count.buffer-tokens (268435457)",
    "1, 0, ngramjob.count.block-bytes (0)",
    "1, 16777217, ngramjob.count.block-bytes (16777217)"
  })
  void sizesOutOfRangeAreNamed(int bufferTokens, int blockBytes, String named) {
    assertThatThrownBy(() -> new CountSettings(new NgramOrder(3), bufferTokens, blockBytes))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageStartingWith(named);
  }
}
