// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCopyTest {
  @TempDir Path directory;
  private Path from;
  private Path to;
  private FileSystem hadoop;

  @BeforeEach
  void writeFiles() throws IOException {
    from = directory.resolve("from");
    to = directory.resolve("not there yet").resolve("to");
    hadoop = FileSystem.getLocal(new Configuration());
    for (String name : new String[] {"empty", "a/b/deep", "large"}) {
      try (OutputStream out = hadoop.create(path(from.resolve(name)))) {
        out.write(new byte[name.equals("large") ? 1 << 20 : name.length() - 5]);
      }
    }
  }

  private static org.apache.hadoop.fs.Path path(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  @Test
  void copiesAllOfADirectory() throws IOException {
    KernelCopy.directory(from, to);
    Path other = directory.resolve("other");
    FileUtil.copy(hadoop, path(from), hadoop, path(other), false, hadoop.getConf());
    try (var files = Files.walk(other)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        assertThat(to.resolve(other.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
    assertThat(Files.size(to.resolve("large"))).isEqualTo(1 << 20);
    assertThat(to.resolve("a/b/.deep.crc")).isRegularFile();
  }

  @Test
  void checksumsGoWithTheFiles() throws IOException {
    KernelCopy.directory(from, to);
    try (FileChannel damaged =
        FileChannel.open(to.resolve("large"), java.nio.file.StandardOpenOption.WRITE)) {
      damaged.write(java.nio.ByteBuffer.wrap(new byte[] {1}), 1000);
    }
    assertThatThrownBy(
            () -> {
              try (var in = hadoop.open(path(to.resolve("large")))) {
                in.readAllBytes();
              }
            })
        .isInstanceOf(ChecksumException.class);
  }

  @Test
  void whatIsThereStays() throws IOException {
    Files.createDirectories(to);
    Files.writeString(to.resolve("large"), "mine");
    assertThatThrownBy(() -> KernelCopy.directory(from, to))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(to.resolve("large")).hasContent("mine");
  }

  @Test
  void aFileThatHasShrunkIsNoticed() throws IOException {
    try (FileChannel out = KernelCopy.create(directory.resolve("joined"))) {
      assertThatThrownBy(() -> KernelCopy.append(from.resolve("large"), 1 + (1 << 20), out))
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("has 1048576 bytes, not 1048577");
    }
  }
}
