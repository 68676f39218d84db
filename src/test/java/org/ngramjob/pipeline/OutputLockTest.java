// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.temporary.DriverProcess;
import org.ngramjob.testing.OtherDisk;

class OutputLockTest {
  @TempDir Path directory;

  private OutputLock lock(FileSystem fileSystem, String runId) {
    return new OutputLock(fileSystem, hadoop("aside"), OutputLock.Holder.self(runId));
  }

  private org.apache.hadoop.fs.Path hadoop(String name) {
    return new org.apache.hadoop.fs.Path(directory.resolve(name).toString());
  }

  private static FileSystem local() throws IOException {
    return FileSystem.getLocal(new Configuration());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(directory.resolve("aside"))) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.endsWith(".crc"))
          .sorted()
          .toList();
    }
  }

  @Test
  void leavesOnlyTheLockAndTheHeartbeat() throws IOException {
    OutputLock lock = lock(local(), "run-1");

    lock.acquire(hadoop("out"));

    assertThat(lock.isHeld()).isTrue();
    assertThat(names()).containsExactly("heartbeat", "lock");
  }

  /** Same process number, but it began in 1970: a number used again. */
  private void writeDeadLock() throws IOException {
    DriverProcess self = DriverProcess.self();
    writeLock(new DriverProcess(self.host(), self.namespace(), self.pid(), 1));
  }

  private void writeLock(DriverProcess process) throws IOException {
    Files.createDirectories(directory.resolve("aside"));
    Files.writeString(
        directory.resolve("aside/lock"), new Gson().toJson(new OutputLock.Holder("dead", process)));
  }

  /** Out of sight, no such process means nothing; nor does it in locks of the former version. */
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = "43")
  void leavesALockOfAnotherContainerWhileItsHeartBeats(String namespace) throws IOException {
    writeLock(new DriverProcess(DriverProcess.self().host(), namespace, 7, 1));
    Path heartbeat = Files.createFile(directory.resolve("aside/heartbeat"));

    assertThat(
            catchThrowableOfType(
                Failure.class, () -> lock(local(), "run-1").acquire(hadoop("out"))))
        .hasMessageContaining("out is being written by process 7 on host ");

    Files.setLastModifiedTime(directory.resolve("aside/lock"), FileTime.fromMillis(0));
    Files.setLastModifiedTime(heartbeat, FileTime.fromMillis(0));
    lock(local(), "run-1").acquire(hadoop("out"));
    assertThat(names()).containsExactly("heartbeat", "lock");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesTheLockOfADeadDriver(boolean local) throws IOException {
    writeDeadLock();
    OutputLock lock = lock(local ? local() : other(), "run-1");

    lock.acquire(hadoop("out"));

    assertThat(lock.isHeld()).isTrue();
    assertThat(names()).containsExactly("heartbeat", "lock");
  }

  /** Of a version that writes locks otherwise nothing is known but that its heart beats. */
  @Test
  void leavesALockThatIsNotUnderstoodWhileItsHolderLives() throws IOException {
    Files.createDirectories(directory.resolve("aside"));
    Path strange = Files.writeString(directory.resolve("aside/lock"), "{}");
    Files.setLastModifiedTime(strange, FileTime.fromMillis(0));
    Path heartbeat = Files.createFile(directory.resolve("aside/heartbeat"));

    assertThat(
            catchThrowableOfType(
                Failure.class, () -> lock(local(), "run-1").acquire(hadoop("out"))))
        .hasMessageContaining("out is being written by another run");

    Files.setLastModifiedTime(heartbeat, FileTime.fromMillis(0));
    lock(local(), "run-1").acquire(hadoop("out"));
    assertThat(names()).containsExactly("heartbeat", "lock");
  }

  /** Both have read the dead driver's lock; the second comes to remove it and meets the first's. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesTheLockOfADriverThatWasFaster(boolean local) throws IOException {
    writeDeadLock();
    OutputLock faster = lock(local ? local() : other(), "run-1");
    FileSystem late = new Late(local ? local() : other(), () -> faster.acquire(hadoop("out")));

    Failure failure =
        catchThrowableOfType(Failure.class, () -> lock(late, "run-2").acquire(hadoop("out")));

    assertThat(failure.exitCode()).isEqualTo(ExitCode.OUTPUT_EXISTS);
    assertThat(faster.isHeld()).isTrue();
    assertThat(names()).containsExactly("heartbeat", "lock");
  }

  @Test
  void noticesThatItHasLostTheLock() throws IOException {
    OutputLock lock = lock(local(), "run-1");
    lock.acquire(hadoop("out"));
    lock.requireHeld(hadoop("out"));
    Files.delete(directory.resolve("aside/lock"));
    lock(local(), "run-2").acquire(hadoop("out"));

    assertThat(catchThrowableOfType(Failure.class, () -> lock.requireHeld(hadoop("out"))))
        .hasMessageContaining("out is being written by process");
  }

  private static FileSystem other() throws IOException {
    return FileSystem.get(OtherDisk.path(Path.of("/")).toUri(), OtherDisk.configuration());
  }

  @FunctionalInterface
  private interface Meanwhile {
    void run() throws IOException;
  }

  /** Something happens between the first look at a file and whatever follows from it. */
  private static final class Late extends FilterFileSystem {
    private final Meanwhile meanwhile;
    private boolean looked;

    Late(FileSystem under, Meanwhile meanwhile) {
      super(under);
      this.meanwhile = meanwhile;
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferSize)
        throws IOException {
      FSDataInputStream in = super.open(file, bufferSize);
      if (!looked) {
        looked = true;
        meanwhile.run();
      }
      return in;
    }
  }

  @Test
  void leavesNoEmptyLockWhereTheDiskIsFull() throws IOException {
    Path marker = Files.createFile(directory.resolve("full"));
    FileSystem full =
        new org.apache.hadoop.fs.Path("other:///").getFileSystem(OtherDisk.fullWhile(marker));

    assertThatThrownBy(() -> lock(full, "run-1").acquire(hadoop("out")))
        .isInstanceOf(FSError.class)
        .hasMessageContaining("No space left");
    assertThat(names()).isEmpty();
  }
}
