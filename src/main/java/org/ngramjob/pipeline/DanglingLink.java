// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * A symbolic link of the local file system to nothing. Where an output is to be, nothing seems to
 * exist, but neither a directory nor a finished output can take the name. Where text is to be,
 * Hadoop's listing leaves it out.
 */
public final class DanglingLink {
  private DanglingLink() {}

  /**
   * Looks at an output and the directories it will lie in, before anything is made.
   *
   * @throws Failure with exit code 4 if one of them is such a link
   */
  static void refuse(Path output, Configuration configuration) throws IOException {
    FileSystem fileSystem = output.getFileSystem(configuration);
    if (!LocalDisk.holds(fileSystem)) {
      return;
    }
    java.nio.file.Path at = LocalDisk.path(fileSystem.makeQualified(output));
    while (at != null && !Files.exists(at)) {
      if (Files.isSymbolicLink(at)) {
        throw new Failure(
            ExitCode.OUTPUT_EXISTS, words(at) + "; remove the link or choose another output");
      }
      at = at.getParent();
    }
  }

  /**
   * Looks at a path of the local disk where text is to be.
   *
   * @throws Failure with exit code 3 if it is such a link
   */
  public static void refuseInput(java.nio.file.Path entry) throws IOException {
    if (Files.isSymbolicLink(entry) && !Files.exists(entry)) {
      throw Failure.badInput(
          "input " + words(entry) + "; restore what it leads to, or remove the link");
    }
  }

  private static String words(java.nio.file.Path link) throws IOException {
    return link
        + " is a symbolic link to "
        + Files.readSymbolicLink(link)
        + ", which does not exist";
  }
}
