// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * A copy of a model on the local disk. It is of one model: words of one with tables of another give
 * numbers that nobody could tell from right ones.
 */
final class ModelCopy {
  private static final String COPIED = "copied to this machine";

  private ModelCopy() {}

  /**
   * Copies a directory with all that is in it.
   *
   * @throws Failure with exit code 3 if it was not the same directory from beginning to end
   */
  static void make(FileSystem from, Path model, java.nio.file.Path to) throws IOException {
    ModelFiles files = ModelFiles.of(from, model);
    try {
      from.copyToLocalFile(false, model, new Path(to.toUri()), true);
    } catch (FileNotFoundException e) {
      files.requireSame(COPIED);
      throw e;
    }
    files.requireSame(COPIED);
  }
}
