// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class ArpaSettingsTest {
  /** {@code user.name} is among the settings that Hadoop puts in the place of such words. */
  @Test
  void takesThePathAsItIsWritten() {
    ArpaSettings written = new ArpaSettings(new Path("/models/${user.name}/tables"));
    Configuration configuration = new Configuration();
    written.writeTo(configuration);

    assertThat(ArpaSettings.readFrom(configuration)).isEqualTo(written);
  }
}
