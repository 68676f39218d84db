// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  private final Configuration configuration = new Configuration();
  @TempDir private java.nio.file.Path directory;

  @BeforeEach
  void applies() {
    LocalDisk.applyTo(configuration);
  }

  private FileSystem fileSystem() throws IOException {
    return FileSystem.newInstance(directory.toUri(), configuration);
  }

  private static String permissions(java.nio.file.Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Each bit alone would show two that are exchanged. */
  @Test
  void everyPermission() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    java.nio.file.Path file = Files.createFile(directory.resolve("a file"));
    try (FileSystem local = fileSystem()) {
      assertThat(local).isInstanceOf(LocalDisk.class);
      for (int bit = 0; bit < 9; bit++) {
        local.setPermission(new Path(file.toUri()), new FsPermission((short) (1 << bit)));
        String expected = "-".repeat(8 - bit) + "rwxrwxrwx".charAt(8 - bit) + "-".repeat(bit);
        assertThat(permissions(file)).isEqualTo(expected);
      }
    }
  }

  /** As Hadoop does it: what is made has the permissions that the umask leaves, checksums too. */
  @Test
  void whatIsMadeObeysTheUmask() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    configuration.set(FsPermission.UMASK_LABEL, "027");
    try (FileSystem local = fileSystem()) {
      Path made = new Path(new Path(directory.toUri()), "made");
      local.mkdirs(made);
      local.create(new Path(made, "file")).close();
    }
    assertThat(permissions(directory.resolve("made"))).isEqualTo("rwxr-x---");
    assertThat(permissions(directory.resolve("made/file"))).isEqualTo("rw-r-----");
    assertThat(permissions(directory.resolve("made/.file.crc"))).isEqualTo("rw-r-----");
  }

  /** Java cannot set it; Hadoop's way can. */
  @Test
  void theStickyBit() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("unix"));
    try (FileSystem local = fileSystem()) {
      local.setPermission(new Path(directory.toUri()), new FsPermission((short) 01755));
    }
    assertThat((int) Files.getAttribute(directory, "unix:mode") & 07777).isEqualTo(01755);
  }

  /** A status of Hadoop's would start a process as soon as it is copied with its blocks. */
  @Test
  void everyWayToAStatusGivesOneThatStartsNoProcess() throws IOException {
    Path file = new Path(Files.createFile(directory.resolve("file")).toUri());
    Files.createDirectory(directory.resolve("below"));
    try (FileSystem local = fileSystem()) {
      assertThat(local.getFileStatus(file)).isInstanceOf(LocalStatus.class);
      assertThat(local.listStatus(file)).singleElement().isInstanceOf(LocalStatus.class);
      assertThat(local.listStatus(file.getParent()))
          .hasSize(2)
          .hasOnlyElementsOfType(LocalStatus.class);
    }
  }

  /** Without this test tree's own {@code core-site.xml}. */
  @Test
  void aClusterKeepsHadoopsAndAUserTheirs() {
    Configuration cluster = new Configuration(false);
    cluster.set("mapreduce.framework.name", "yarn");
    LocalDisk.applyTo(cluster);
    assertThat(cluster.get("fs.file.impl")).isNull();
    Configuration chosen = new Configuration();
    chosen.set("fs.file.impl", "org.apache.hadoop.fs.LocalFileSystem");
    LocalDisk.applyTo(chosen);
    assertThat(chosen.get("fs.file.impl")).isEqualTo("org.apache.hadoop.fs.LocalFileSystem");
  }
}
