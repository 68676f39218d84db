// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies between local disks inside the kernel. One file after another: it lets one write to a file
 * at a time, and who waits for that keeps a processor busy.
 */
public final class KernelCopy {
  private KernelCopy() {}

  /** Copies a directory with all in it, Hadoop's checksums too; the copy must not be there yet. */
  static void directory(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.toList();
    }
    Files.createDirectories(to.getParent());
    for (Path path : paths) {
      Path copy = to.resolve(from.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectory(copy);
      } else {
        try (FileChannel out = create(copy)) {
          append(path, Files.size(path), out);
        }
      }
    }
  }

  /** A file that was not there before. */
  public static FileChannel create(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
  }

  /**
   * Copies a file to where another is written next.
   *
   * @param length its bytes
   * @throws EOFException if it has fewer
   */
  public static void append(Path file, long length, FileChannel out) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      long copied = 0;
      while (copied < length) {
        long more = in.transferTo(copied, length - copied, out);
        if (more <= 0) {
          throw new EOFException(file + " has " + copied + " bytes, not " + length);
        }
        copied += more;
      }
    }
  }
}
