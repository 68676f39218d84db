// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;

class UmaskTest {
  /** As a shell that this process starts has got it. */
  private static int ofShell() throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "umask").start();
    try (BufferedReader out = shell.inputReader(UTF_8)) {
      return Integer.parseInt(out.readLine().strip(), 8);
    }
  }

  @Test
  void isThatOfTheProcess() throws IOException {
    assertThat(Umask.ofProcess()).isEqualTo(ofShell());
    assertThat(Umask.ofNewDirectory()).isEqualTo(ofShell());
  }

  @Test
  void isReadFromWhatLinuxSays() {
    assertThat(Umask.of(List.of("Name:\tjava", "Umask:\t0027", "State:\tS (sleeping)")))
        .hasValue(027);
    assertThat(Umask.of(List.of("Name:\tjava", "State:\tS (sleeping)"))).isEmpty();
  }

  private static int applied(Configuration configuration) throws IOException {
    Umask.applyTo(configuration);
    return FsPermission.getUMask(configuration).toShort();
  }

  /** Hadoop's default is 022. */
  @Test
  void isNeverWiderThanThatOfTheProcess() throws IOException {
    assertThat(applied(new Configuration())).isEqualTo(022 | ofShell());
  }

  @Test
  void isNeverWiderThanTheClusters() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(FsPermission.UMASK_LABEL, "027", "core-site.xml");

    assertThat(applied(configuration)).isEqualTo(027 | ofShell());
  }

  @Test
  void leavesWhatIsTyped() throws IOException {
    Configuration configuration = new Configuration();
    GenericOptions.split(List.of("-Dfs.permissions.umask-mode=002")).applyTo(configuration);

    assertThat(applied(configuration)).isEqualTo(002);
  }
}
