// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void leavesNoEmptyLockWhereTheDiskIsFull() throws IOException {
    Path marker = Files.createFile(directory.resolve("full"));
    FileSystem full =
        new org.apache.hadoop.fs.Path("other:///").getFileSystem(FillingDisk.configuration(marker));

    assertThatThrownBy(() -> lock(full, "run-1").acquire(hadoop("out")))
        .isInstanceOf(FSError.class)
        .hasMessageContaining("No space left");
    assertThat(names()).isEmpty();
  }
}
