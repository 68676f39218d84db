// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * A copy of a model on the local disk. It is of one model: {@code train --if-exists overwrite} may
 * give the name to another meanwhile, and words of one with tables of another give numbers that
 * nobody could tell from right ones.
 */
final class ModelCopy {
  private ModelCopy() {}

  /**
   * Copies a directory with all that is in it.
   *
   * @throws Failure with exit code 3 if it was not the same directory from beginning to end
   */
  static void make(FileSystem from, Path model, java.nio.file.Path to) throws IOException {
    Set<String> before = files(from, model);
    try {
      from.copyToLocalFile(false, model, new Path(to.toUri()), true);
    } catch (FileNotFoundException e) {
      requireSame(before, from, model);
      throw e;
    }
    requireSame(before, from, model);
  }

  private static void requireSame(Set<String> before, FileSystem from, Path model)
      throws IOException {
    if (!before.equals(files(from, model))) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          model + " was replaced while it was copied to this machine; run the same command again");
    }
  }

  /** None while the model has no name, between the one and the other. */
  private static Set<String> files(FileSystem fileSystem, Path model) throws IOException {
    Set<String> files = new HashSet<>();
    try {
      RemoteIterator<LocatedFileStatus> found = fileSystem.listFiles(model, true);
      while (found.hasNext()) {
        FileStatus file = found.next();
        files.add(file.getPath() + " " + file.getLen() + " " + file.getModificationTime());
      }
    } catch (FileNotFoundException e) {
      files.clear();
    }
    return files;
  }
}
