// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;

class UmaskTest {
  private static int applied(Configuration configuration) throws IOException {
    Umask.applyTo(configuration);
    return FsPermission.getUMask(configuration).toShort();
  }

  /** Hadoop's default is 022. */
  @Test
  void isNeverWiderThanThatOfTheProcess() throws IOException {
    assertThat(applied(new Configuration())).isEqualTo(022 | Umask.ofProcess());
  }

  @Test
  void isNeverWiderThanTheClusters() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(FsPermission.UMASK_LABEL, "027", "core-site.xml");

    assertThat(applied(configuration)).isEqualTo(027 | Umask.ofProcess());
  }

  @Test
  void leavesWhatIsTyped() throws IOException {
    Configuration configuration = new Configuration();
    GenericOptions.split(List.of("-Dfs.permissions.umask-mode=002")).applyTo(configuration);

    assertThat(applied(configuration)).isEqualTo(002);
  }
}
