// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.temporary.DriverProcess;
import org.ngramjob.testing.OtherDisk;

class AsideTest {
  @TempDir Path directory;
  private final OutputLock.Holder self = OutputLock.Holder.self("run-1");

  private Aside open(OutputLock.Holder holder) throws IOException {
    return Aside.open(
        new Configuration(),
        new org.apache.hadoop.fs.Path(directory.resolve("sub/out").toUri()),
        holder);
  }

  private Path aside() {
    return directory.resolve("sub/.out.ngram-job-aside");
  }

  private void lockAs(OutputLock.Holder holder, Duration silence) throws IOException {
    lockAs(holder, silence, silence);
  }

  private void lockAs(OutputLock.Holder holder, Duration age, Duration silence) throws IOException {
    Files.createDirectories(aside());
    Files.writeString(
        aside().resolve("lock"),
        String.format(
            "{\"runId\":\"%s\",\"process\":"
                + "{\"host\":\"%s\",\"namespace\":\"%s\",\"pid\":%d,\"start\":%d}}",
            holder.runId(),
            holder.process().host(),
            holder.process().namespace(),
            holder.process().pid(),
            holder.process().start()));
    Files.writeString(aside().resolve("heartbeat"), "");
    Instant now = Instant.now();
    Files.setLastModifiedTime(aside().resolve("lock"), FileTime.from(now.minus(age)));
    Files.setLastModifiedTime(aside().resolve("heartbeat"), FileTime.from(now.minus(silence)));
    Files.writeString(aside().resolve("leftover"), "half-written");
  }

  private static void write(Aside aside, String text) throws IOException {
    try (var out = aside.fileSystem().create(new org.apache.hadoop.fs.Path(aside.work(), "part"))) {
      out.writeUTF(text);
    }
  }

  @Test
  void refusesASecondDriverInALivingProcess() throws IOException {
    Aside first = open(self);

    Failure failure =
        catchThrowableOfType(Failure.class, () -> open(OutputLock.Holder.self("run-2")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure)
        .hasMessageContaining("process " + ProcessHandle.current().pid())
        .hasMessageContaining(".out.ngram-job-aside");
    first.remove();
    open(OutputLock.Holder.self("run-2")).remove();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void takesOverFromADeadProcessOnThisHost() throws IOException {
    // Same process number, but it began in 1970: a number used again.
    lockAs(
        new OutputLock.Holder(
            "old",
            new DriverProcess(
                self.process().host(), self.process().namespace(), self.process().pid(), 1)),
        Duration.ZERO);

    open(self);

    assertThat(aside().resolve("leftover")).doesNotExist();
    assertThat(Files.readString(aside().resolve("lock"))).contains("run-1");
  }

  @Test
  void believesAnotherHostForThreeMinutes() throws IOException {
    OutputLock.Holder other =
        new OutputLock.Holder("old", new DriverProcess("elsewhere", "42", 1, 1));
    lockAs(other, Duration.ofMinutes(2));
    assertThat(catchThrowableOfType(Failure.class, () -> open(self)))
        .hasMessageContaining("on host elsewhere");

    lockAs(other, Duration.ofMinutes(4));
    open(self);
    assertThat(aside().resolve("leftover")).doesNotExist();
  }

  /**
   * A long job has an old lock and beats; who has just taken a lock over stands beside the old
   * heartbeat.
   */
  @ParameterizedTest
  @CsvSource({"60, 0, true", "0, 60, true", "60, 60, false"})
  void believesTheYoungerOfLockAndHeartbeat(long lock, long heartbeat, boolean refused)
      throws IOException {
    lockAs(
        new OutputLock.Holder("old", new DriverProcess("elsewhere", "42", 1, 1)),
        Duration.ofMinutes(lock),
        Duration.ofMinutes(heartbeat));

    if (refused) {
      assertThat(catchThrowableOfType(Failure.class, () -> open(self)).exitCode())
          .isEqualTo(ExitCode.OUTPUT_EXISTS);
      assertThat(aside().resolve("leftover")).exists();
    } else {
      open(self);
      assertThat(aside().resolve("leftover")).doesNotExist();
    }
  }

  @Test
  void treatsAnEmptyLockAsOneBeingWritten() throws IOException {
    Files.createDirectories(aside());
    Files.writeString(aside().resolve("lock"), "");

    assertThat(catchThrowableOfType(Failure.class, () -> open(self)))
        .hasMessageContaining("another run");

    Files.setLastModifiedTime(
        aside().resolve("lock"), FileTime.from(Instant.now().minus(Duration.ofMinutes(4))));
    open(self).remove();
    assertThat(aside()).doesNotExist();
  }

  @Test
  void putsTheOldOutputBackIfADriverDiedBetweenTheRenames() throws IOException {
    Files.createDirectories(aside().resolve("replaced"));
    Files.writeString(aside().resolve("replaced/part"), "old");

    open(self).remove();

    assertThat(directory.resolve("sub/out/part")).hasContent("old");
    assertThat(aside()).doesNotExist();
  }

  @Test
  void putsTheManifestOfAnOldFileBackWithIt() throws IOException {
    Files.createDirectories(aside());
    Files.writeString(aside().resolve("replaced"), "old");
    Files.writeString(aside().resolve("replaced-manifest"), "of the old");

    open(self).remove();

    assertThat(directory.resolve("sub/out")).hasContent("old");
    assertThat(directory.resolve("sub/.out.manifest.json")).hasContent("of the old");
    assertThat(aside()).doesNotExist();
  }

  @Test
  void putsTheChecksumOfAnOldFileBackWithIt() throws IOException {
    FileSystem local = FileSystem.getLocal(new Configuration());
    Files.createDirectories(aside());
    local.create(new org.apache.hadoop.fs.Path(aside().resolve("replaced").toUri())).close();
    assertThat(aside().resolve(".replaced.crc")).exists();

    open(self).remove();

    assertThat(directory.resolve("sub/.out.crc")).exists();
    assertThat(aside()).doesNotExist();
  }

  /** Each of the renames of a replacement. */
  @ParameterizedTest
  @ValueSource(strings = {"out", ".out.manifest.json", "output", "manifest"})
  void keepsAnOldFileWithItsManifestWhereARenameFails(String from) throws IOException {
    Path out = Files.createDirectory(directory.resolve("sub")).resolve("out");
    Files.writeString(out, "old");
    Files.writeString(out.resolveSibling(".out.manifest.json"), "of the old");
    Aside aside = Aside.open(OtherDisk.failingToRename(from), OtherDisk.path(out), self);
    aside.fileSystem().create(aside.work()).close();

    assertThatThrownBy(() -> aside.commit(Manifests.of(), true))
        .hasMessageContaining("cannot rename");

    aside.remove();
    assertThat(out).hasContent("old");
    assertThat(out.resolveSibling(".out.manifest.json")).hasContent("of the old");
    assertThat(aside()).doesNotExist();
  }

  /** Where a rename replaces nothing, it would stand in the way. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void replacesTheManifestOfAFileThatSomebodyHasRemoved(boolean replace) throws IOException {
    Path out = Files.createDirectory(directory.resolve("sub")).resolve("out");
    Files.writeString(out.resolveSibling(".out.manifest.json"), "of the old");
    Aside aside = Aside.open(OtherDisk.configuration(), OtherDisk.path(out), self);
    aside.fileSystem().create(aside.work()).close();

    aside.commit(Manifests.of(), replace);

    aside.remove();
    assertThat(out).isEmptyFile();
    assertThat(Files.readString(out.resolveSibling(".out.manifest.json"))).contains("\"run-1\"");
    assertThat(aside()).doesNotExist();
  }

  @Test
  void doesNotCommitWithoutItsLock() throws IOException {
    Aside aside = open(self);
    write(aside, "new");
    lockAs(OutputLock.Holder.self("run-2"), Duration.ZERO);

    Failure failure = catchThrowableOfType(Failure.class, () -> aside.commit(Manifests.of(), true));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(failure).hasMessageContaining("another run has taken over file:" + directory);
    assertThat(directory.resolve("sub/out")).doesNotExist();
    aside.remove();
    assertThat(aside().resolve("lock")).exists();
  }

  @Test
  void doesNotReplaceWhatHasAppearedMeanwhile() throws IOException {
    Aside aside = open(self);
    write(aside, "new");
    Files.writeString(Files.createDirectories(directory.resolve("sub/out")).resolve("x"), "mine");

    assertThat(catchThrowableOfType(Failure.class, () -> aside.commit(Manifests.of(), false)))
        .hasMessageContaining("has appeared");

    assertThat(directory.resolve("sub/out/x")).hasContent("mine");
  }

  /** As on a disk that is full. */
  @Test
  void aFileDoesNotTakeItsNameWithoutAManifest() throws IOException {
    Aside aside = open(self);
    aside.fileSystem().create(aside.work()).close();
    Files.createDirectories(aside().resolve("run-1/manifest"));

    assertThatThrownBy(() -> aside.commit(Manifests.of(), false)).isInstanceOf(IOException.class);

    assertThat(directory.resolve("sub/out")).doesNotExist();
  }

  @Test
  void removesNothingThatWasToBeReplacedAndIsNot() throws IOException {
    Aside aside = open(self);
    Files.writeString(Files.createDirectories(aside().resolve("replaced")).resolve("x"), "old");

    aside.remove();

    assertThat(directory.resolve("sub/out/x")).hasContent("old");
  }

  @Test
  void explainsAPlaceWhereNothingCanBeWritten() throws IOException {
    Files.writeString(directory.resolve("sub"), "a file, not a directory");

    Failure failure = catchThrowableOfType(Failure.class, () -> open(self));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(failure).hasMessageContaining("sub/out cannot be written");
  }
}
