// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class OwnDiskTest {
  private final Configuration configuration = new Configuration();

  /** In the local runner, a file that is not there is just not there. */
  @Test
  void isARemedyOnAClusterOnly() {
    String message = "File file:/texts/a.txt does not exist";
    assertThat(OwnDisk.remedy(message, configuration)).isEmpty();

    configuration.set("mapreduce.framework.name", "yarn");

    assertThat(OwnDisk.remedy(message, configuration)).isEqualTo("; " + OwnDisk.REMEDY);
    assertThat(OwnDisk.remedy("File hdfs://h/a.txt does not exist", configuration)).isEmpty();
    assertThat(IoFailure.of(new FileNotFoundException(message), configuration).orElseThrow())
        .hasMessageEndingWith("; " + OwnDisk.REMEDY);
  }
}
