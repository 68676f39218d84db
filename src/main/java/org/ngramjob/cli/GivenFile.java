// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * A small file that an option names, on any file system.
 *
 * @param option for messages
 * @param name as typed
 * @param format what it should be, for messages: "a file in UTF-8, a word a line"
 */
record GivenFile(String option, String name, String format) {
  /** The option and the file, to begin a message with. */
  String title() {
    return option + " " + name;
  }

  /**
   * All its bytes.
   *
   * @throws Failure bad input, when there is no such file
   */
  byte[] read(Configuration configuration) throws IOException {
    Path file = Directories.path(option, name);
    FileSystem fileSystem = file.getFileSystem(configuration);
    try {
      if (fileSystem.getFileStatus(file).isDirectory()) {
        throw Failure.badInput("%s is a directory; give %s".formatted(title(), format));
      }
      try (InputStream in = fileSystem.open(file)) {
        return in.readAllBytes();
      }
    } catch (FileNotFoundException e) {
      throw Failure.badInput(
          "%s: there is no such file in %s".formatted(title(), fileSystem.getUri()));
    }
  }
}
