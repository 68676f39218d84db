// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.testing.OtherDisk;

class SessionTest {
  @TempDir Path directory;

  private Configuration configuration() {
    return OtherDisk.fullWhile(directory.resolve("full"));
  }

  private org.apache.hadoop.fs.Path output() {
    return OtherDisk.path(directory.resolve("sub/out"));
  }

  private Path aside() {
    return directory.resolve("sub/.out.ngram-job-aside");
  }

  private OtherDisk disk(Session session) {
    return (OtherDisk) session.aside(output()).fileSystem();
  }

  /** Two hundred at a millisecond's pace: at that of a second, they would take longer. */
  @Test
  void beatsAtItsPace() throws Exception {
    try (Session session = new Session(configuration(), "run-1", Duration.ofMillis(1))) {
      session.lock(output());

      assertThat(disk(session).made("heartbeat", 200).await(2, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** A few beats may be missed, and clocks may differ. */
  @Test
  void beatsOftenEnoughForOtherHosts() {
    assertThat(OutputLock.HEARTBEAT.multipliedBy(4)).isLessThan(OutputLock.DEAD_AFTER);
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

  /** The thread of the driver copies on while another, as the process ends, removes. */
  @Test
  void removesWhatTheDriverStillWritesWhenItIsToldToStop() throws Exception {
    Path copied = Files.createDirectories(directory.resolve("copied"));
    Files.createDirectories(copied.resolve("run-1/output/vocabulary"));
    Files.createDirectory(directory.resolve("sub"));
    Session session = new Session(configuration(), "run-1");
    session.lock(output());
    CountDownLatch removed = disk(session).removed(aside().getFileName().toString());
    Thread ending = new Thread(session::interrupt, "hook");
    ending.start();
    assertThat(removed.await(60, TimeUnit.SECONDS)).isTrue();
    Files.move(copied, aside());
    session.close();
    ending.join();

    assertThat(directory.resolve("sub")).isEmptyDirectory();
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
