// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.ngramjob.settings.Defaults;
import org.ngramjob.settings.Framework;

/**
 * Hadoop's local file system, but it gives files their permissions by a call, and asks for them by
 * one. Without Hadoop's native library, Hadoop starts a process for every file and directory that
 * it makes, some two hundred for a job of two stages, half a second, and several for every file of
 * text.
 */
public final class LocalDisk extends LocalFileSystem {
  private static final String IMPLEMENTATION = "fs.file.impl";
  private static final String HADOOP_TEMPORARY = "hadoop.tmp.dir";
  private static final String BUFFER_BYTES = "io.file.buffer.size";

  /** For the framework, which makes it by its name. */
  public LocalDisk() {
    super(new Raw());
  }

  /**
   * Has it used where jobs run inside this process, and buffers of 64 KiB: with Hadoop's of 4 KiB
   * there are five calls to write for each of these. A cluster's tasks may not know this class.
   */
  public static void applyTo(Configuration configuration) {
    if (Framework.isLocal(configuration)) {
      Defaults.set(configuration, IMPLEMENTATION, LocalDisk.class.getName());
      Defaults.set(configuration, BUFFER_BYTES, "65536");
    }
  }

  /** A path of a file system that {@link #holds} what is on this machine's disks, for Java. */
  public static java.nio.file.Path path(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }

  /** Where files go that nobody keeps: Hadoop's place if somebody has chosen it, else Java's. */
  public static java.nio.file.Path temporary(Configuration configuration) {
    return java.nio.file.Path.of(
        Defaults.isDefault(configuration, HADOOP_TEMPORARY)
            ? System.getProperty("java.io.tmpdir")
            : configuration.get(HADOOP_TEMPORARY));
  }

  /** Whether what a file system holds lies on this machine's disks. */
  public static boolean holds(FileSystem fileSystem) {
    return fileSystem.getUri().getScheme().equals("file");
  }

  private static final class Raw extends RawLocalFileSystem {
    private static final PosixFilePermission[] FROM_HIGHEST_BIT = PosixFilePermission.values();
    private static final int PLAIN = 0777;

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      return new LocalStatus(super.getFileStatus(path));
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
      FileStatus[] found = super.listStatus(path);
      for (int i = 0; i < found.length; i++) {
        if (!(found[i] instanceof LocalStatus)) {
          found[i] = new LocalStatus(found[i]);
        }
      }
      return found;
    }

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      int bits = permission.toShort();
      if ((bits & ~PLAIN) != 0) {
        super.setPermission(path, permission); // Java knows no sticky bit.
        return;
      }
      Set<PosixFilePermission> granted = EnumSet.noneOf(PosixFilePermission.class);
      for (int i = 0; i < FROM_HIGHEST_BIT.length; i++) {
        if ((bits << i & 0400) != 0) {
          granted.add(FROM_HIGHEST_BIT[i]);
        }
      }
      try {
        Files.setPosixFilePermissions(pathToFile(path).toPath(), granted);
      } catch (UnsupportedOperationException e) {
        super.setPermission(path, permission);
      }
    }
  }
}
