// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;

/** The files that {@link PieceOutputFormat} wrote, to be joined byte by byte. */
public final class Pieces {
  private static final int BUFFER_BYTES = 1 << 20;

  private final Path directory;
  private final FileSystem fileSystem;

  public Pieces(Path directory, Configuration configuration) throws IOException {
    this.directory = directory;
    this.fileSystem = directory.getFileSystem(configuration);
  }

  /** Appends all pieces of a section, in order. */
  public void copySection(int section, OutputStream out) throws IOException {
    String prefix = String.format(Locale.ROOT, "piece-%02d-", section);
    FileStatus[] pieces =
        fileSystem.listStatus(directory, path -> path.getName().startsWith(prefix));
    Arrays.sort(pieces);
    for (FileStatus piece : pieces) {
      try (InputStream in = fileSystem.open(piece.getPath())) {
        IOUtils.copyBytes(in, out, BUFFER_BYTES, false);
      }
    }
  }
}
