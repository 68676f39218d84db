// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/** The files that {@link PieceOutputFormat} wrote, to be joined byte by byte. */
public final class Pieces {
  private final Path directory;
  private final FileSystem fileSystem;

  public Pieces(Path directory, Configuration configuration) throws IOException {
    this.directory = directory;
    this.fileSystem = directory.getFileSystem(configuration);
  }

  /** The name of a file of pieces. Names in order are pieces in order. */
  static String name(int section, int firstBucket) {
    return prefix(section) + String.format(Locale.ROOT, "%08d", firstBucket);
  }

  private static String prefix(int section) {
    return String.format(Locale.ROOT, "piece-%02d-", section);
  }

  /** A new piece. It lives for minutes: on local disks Hadoop's checksums would not pay. */
  static OutputStream create(Path piece, Configuration configuration) throws IOException {
    FileSystem checked = piece.getFileSystem(configuration);
    FileSystem plain = checked instanceof LocalFileSystem local ? local.getRaw() : checked;
    return plain.create(piece, false);
  }

  FileSystem fileSystem() {
    return fileSystem;
  }

  /** All pieces of a section, in order. */
  FileStatus[] ofSection(int section) throws IOException {
    String prefix = prefix(section);
    FileStatus[] pieces =
        fileSystem.listStatus(directory, path -> path.getName().startsWith(prefix));
    Arrays.sort(pieces);
    return pieces;
  }
}
