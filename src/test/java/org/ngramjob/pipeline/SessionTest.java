// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
  @TempDir Path directory;

  private Configuration configuration() {
    return FillingDisk.configuration(directory.resolve("full"));
  }

  private org.apache.hadoop.fs.Path output() {
    return new org.apache.hadoop.fs.Path("other", "", directory.resolve("sub/out").toString());
  }

  private Path aside() {
    return directory.resolve("sub/.out.ngram-job-aside");
  }

  @Test
  void survivesAHeartbeatThatFindsNoRoom() throws IOException {
    try (Session session = new Session(configuration(), "run-1")) {
      session.lock(output());
      Files.createFile(directory.resolve("full"));
      session.beat();

      Files.delete(directory.resolve("full"));
      Files.delete(aside().resolve("heartbeat"));
      session.beat();
      assertThat(aside().resolve("heartbeat")).exists();
    }
    assertThat(directory.resolve("sub")).doesNotExist();
  }

  @Test
  void leavesNothingWhereThereIsNoRoomForTheFirstHeartbeat() throws IOException {
    Files.createFile(directory.resolve("full"));
    try (Session session = new Session(configuration(), "run-1")) {
      assertThatThrownBy(() -> session.lock(output())).isInstanceOf(FSError.class);
    }
    assertThat(directory.resolve("sub")).doesNotExist();
  }
}
