// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStatusTest {
  private static final short SOMEBODYS = 0640;
  @TempDir private Path directory;

  @BeforeEach
  void modes() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
  }

  /** As Hadoop gives it, with permissions that no file here has. */
  private static LocalStatus status(Path file) {
    return new LocalStatus(
        new FileStatus(
            5,
            false,
            1,
            1024,
            23,
            42,
            new FsPermission(SOMEBODYS),
            "somebody",
            "somebodys",
            new org.apache.hadoop.fs.Path(file.toUri())));
  }

  /** Each bit alone would show two that are exchanged; the tenth is the sticky one. */
  @Test
  void asksTheDiskForEveryPermission() throws IOException {
    Path file = Files.createFile(directory.resolve("a file"));
    for (int bit = 0; bit < 10; bit++) {
      Files.setAttribute(file, "unix:mode", 1 << bit);

      assertThat(status(file).getPermission().toShort()).isEqualTo((short) (1 << bit));
    }
  }

  @Test
  void asksTheDiskForOwnerAndGroup() throws IOException {
    PosixFileAttributes attributes = Files.readAttributes(directory, PosixFileAttributes.class);

    assertThat(status(directory).getOwner()).isEqualTo(attributes.owner().getName());
    assertThat(status(directory).getGroup()).isEqualTo(attributes.group().getName());
  }

  @Test
  void keepsTheRest() {
    FileStatus status = status(directory);

    assertThat(status.getLen()).isEqualTo(5);
    assertThat(status.isDirectory()).isFalse();
    assertThat(status.getReplication()).isEqualTo((short) 1);
    assertThat(status.getBlockSize()).isEqualTo(1024);
    assertThat(status.getModificationTime()).isEqualTo(23);
    assertThat(status.getAccessTime()).isEqualTo(42);
    assertThat(status.getPath()).isEqualTo(new org.apache.hadoop.fs.Path(directory.toUri()));
  }

  /** Which has words for that. */
  @Test
  void leavesAFileThatHasGoneToHadoop() {
    FileStatus status = status(directory.resolve("gone"));

    assertThat(status.getPermission().toShort()).isEqualTo(SOMEBODYS);
    assertThat(status.getOwner()).isEqualTo("somebody");
    assertThat(status.getGroup()).isEqualTo("somebodys");
  }
}
