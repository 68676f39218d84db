// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Copies between local disks inside the kernel. One file after another: the kernel lets one writer
 * at a time at a file, and the others spin. Hadoop makes the files, so they have the permissions of
 * all others.
 */
public final class KernelCopy {
  private KernelCopy() {}

  /** Copies a directory with all in it, Hadoop's checksums too; no file of it may be there yet. */
  static void directory(LocalFileSystem source, Path from, LocalFileSystem target, Path to)
      throws IOException {
    target.mkdirs(to);
    for (FileStatus file : source.getRaw().listStatus(from)) {
      Path copy = new Path(to, file.getPath().getName());
      if (file.isDirectory()) {
        directory(source, file.getPath(), target, copy);
      } else {
        try (FileChannel out = create(target, copy)) {
          append(source, file, out);
        }
      }
    }
  }

  /** A file that was not there before, without Hadoop's checksums. */
  public static FileChannel create(LocalFileSystem disk, Path file) throws IOException {
    FileSystem plain = disk.getRaw();
    plain.create(file, false).close();
    return FileChannel.open(disk.pathToFile(file).toPath(), StandardOpenOption.WRITE);
  }

  /**
   * Copies a file to where another is written next.
   *
   * @throws EOFException if it has become shorter
   */
  public static void append(LocalFileSystem disk, FileStatus file, FileChannel out)
      throws IOException {
    try (FileChannel in = FileChannel.open(disk.pathToFile(file.getPath()).toPath())) {
      long copied = 0;
      while (copied < file.getLen()) {
        long more = in.transferTo(copied, file.getLen() - copied, out);
        if (more <= 0) {
          throw new EOFException(
              file.getPath() + " has " + copied + " bytes, not " + file.getLen());
        }
        copied += more;
      }
    }
  }
}
