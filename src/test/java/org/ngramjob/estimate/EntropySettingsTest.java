// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.ngramjob.prune.EntropyThreshold;

class EntropySettingsTest {
  /** {@code user.name} is among the settings that Hadoop puts in the place of such words. */
  @Test
  void takesThePathAsItIsWritten() {
    EntropySettings written =
        new EntropySettings(
            EntropyThreshold.parse("1e-7"), 23, new Path("/counts/${user.name}/shards"));
    Configuration configuration = new Configuration();
    written.writeTo(configuration);

    assertThat(EntropySettings.readFrom(configuration)).isEqualTo(written);
  }
}
