// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files that the tasks of a job have written, {@code part-r-00000} and so on. */
public final class PartFiles {
  private static final String NAME = "part";

  private PartFiles() {}

  /** Has a job call its files so, whatever the user's settings say. */
  static void name(Configuration configuration) {
    configuration.set("mapreduce.output.basename", NAME);
  }

  /** Whether a file of this name is one. */
  static boolean isPart(String name) {
    return name.startsWith(NAME + "-");
  }

  /**
   * Those of a directory, by name.
   *
   * @throws java.io.FileNotFoundException if there is no such directory
   */
  public static List<FileStatus> list(FileSystem fileSystem, Path directory) throws IOException {
    FileStatus[] parts = fileSystem.listStatus(directory, path -> isPart(path.getName()));
    Arrays.sort(parts);
    return List.of(parts);
  }
}
