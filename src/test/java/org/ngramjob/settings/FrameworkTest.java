// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class FrameworkTest {
  private final Configuration configuration = new Configuration(false);

  /** As Hadoop takes it where nobody has said anything. */
  @Test
  void isThisProcessUnlessItIsNamed() {
    assertThat(Framework.isLocal(configuration)).isTrue();
    assertThat(Framework.isYarn(configuration)).isFalse();
    assertThat(Framework.name(configuration)).isEqualTo("local");
  }

  @Test
  void isYarnWhereItIsNamedSo() {
    configuration.set("mapreduce.framework.name", "yarn");

    assertThat(Framework.isLocal(configuration)).isFalse();
    assertThat(Framework.isYarn(configuration)).isTrue();
    assertThat(Framework.name(configuration)).isEqualTo("yarn");
  }
}
