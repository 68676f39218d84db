// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Content of a file that is small, such as a header, on any Hadoop file system. */
public final class WholeFile {
  private WholeFile() {}

  /** All bytes of a file. */
  public static byte[] bytes(Path file, Configuration configuration) throws IOException {
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      return in.readAllBytes();
    }
  }

  /** Writes a file in the place of whatever stands there; directories come into being as needed. */
  public static void write(Path file, byte[] content, Configuration configuration)
      throws IOException {
    try (OutputStream out = file.getFileSystem(configuration).create(file, true)) {
      out.write(content);
    }
  }

  /** The same of a text, in UTF-8. */
  public static void write(Path file, String content, Configuration configuration)
      throws IOException {
    write(file, content.getBytes(StandardCharsets.UTF_8), configuration);
  }

  /** A file's text in UTF-8. */
  public static String text(Path file, Configuration configuration) throws IOException {
    return new String(bytes(file, configuration), StandardCharsets.UTF_8);
  }
}
