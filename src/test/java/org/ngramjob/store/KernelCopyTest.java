// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.LocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCopyTest {
  private static final String PRIVATE = "077";

  @TempDir Path directory;
  private final LocalFileSystem disk = new LocalFileSystem();
  private Path from;
  private Path to;

  @BeforeEach
  void writeFiles() throws IOException {
    Configuration configuration = new Configuration();
    configuration.set("fs.permissions.umask-mode", PRIVATE);
    disk.initialize(directory.toUri().resolve("/"), configuration);
    from = directory.resolve("from");
    to = directory.resolve("not there yet").resolve("to");
    for (String name : new String[] {"empty", "a/b/deep", "large"}) {
      try (OutputStream out = disk.create(path(from.resolve(name)))) {
        out.write(new byte[name.equals("large") ? 1 << 20 : name.length() - 5]);
      }
    }
  }

  private static org.apache.hadoop.fs.Path path(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private void copy() throws IOException {
    KernelCopy.directory(disk, path(from), disk, path(to));
  }

  /** The same files with the same content and permissions. */
  @Test
  void copiesAsHadoopDoes() throws IOException {
    copy();
    Path other = directory.resolve("other");
    FileUtil.copy(disk, path(from), disk, path(other), false, disk.getConf());
    try (var paths = Files.walk(other)) {
      for (Path expected : (Iterable<Path>) paths::iterator) {
        Path copied = to.resolve(other.relativize(expected));
        String permissions = Files.isDirectory(expected) ? "rwx------" : "rw-------";
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copied)))
            .as(copied.toString())
            .isEqualTo(permissions);
        if (Files.isRegularFile(expected)) {
          assertThat(copied).hasSameBinaryContentAs(expected);
        }
      }
    }
    assertThat(Files.size(to.resolve("large"))).isEqualTo(1 << 20);
    assertThat(to.resolve("a/b/.deep.crc")).isRegularFile();
  }

  @Test
  void checksumsGoWithTheFiles() throws IOException {
    copy();
    try (FileChannel damaged = FileChannel.open(to.resolve("large"), StandardOpenOption.WRITE)) {
      damaged.write(ByteBuffer.wrap(new byte[] {1}), 1000);
    }
    assertThatThrownBy(
            () -> {
              try (var in = disk.open(path(to.resolve("large")))) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(ChecksumException.class);
  }

  @Test
  void whatIsThereStays() throws IOException {
    Files.createDirectories(to);
    Files.writeString(to.resolve("large"), "mine");
    assertThatThrownBy(this::copy).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(to.resolve("large")).hasContent("mine");
  }

  @Test
  void aFileThatHasShrunkIsNoticed() throws IOException {
    FileStatus large = disk.getFileStatus(path(from.resolve("large")));
    Files.write(from.resolve("large"), new byte[1000]);
    try (FileChannel out = KernelCopy.create(disk, path(directory.resolve("joined")))) {
      assertThatThrownBy(() -> KernelCopy.append(disk, large, out))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("has 1000 bytes, not 1048576");
    }
  }
}
