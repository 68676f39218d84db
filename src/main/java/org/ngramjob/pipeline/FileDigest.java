// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * SHA-256 of the content of files, for the manifest. A driver writes small files, such as headers,
 * that have no checksums inside and of which a changed digit is still a number: their length alone
 * does not tell. What tasks write is large, has been written on other machines, and brings
 * checksums of its own where they are needed.
 */
public final class FileDigest {
  /** What is larger costs more to read once more than it is worth. */
  private static final long MOST_BYTES = 64L << 20;

  private FileDigest() {}

  /** The hexadecimal digest of a file's content. */
  public static String of(FileSystem fileSystem, Path file) throws IOException {
    Sha256 digest = new Sha256();
    try (InputStream in = fileSystem.open(file)) {
      digest.addAll(in);
    }
    return digest.hex();
  }

  /** The same files of an output, with a digest where there is to be one. */
  static List<OutputFile> addTo(List<OutputFile> files, FileSystem fileSystem, Path output)
      throws IOException {
    List<OutputFile> digested = new ArrayList<>();
    for (OutputFile file : files) {
      digested.add(
          isDigested(file)
              ? new OutputFile(
                  file.path(), file.bytes(), of(fileSystem, new Path(output, file.path())))
              : file);
    }
    return digested;
  }

  private static boolean isDigested(OutputFile file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return !name.isEmpty()
        && !PartFiles.isPart(name)
        && file.bytes() > 0
        && file.bytes() <= MOST_BYTES;
  }
}
