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
import org.ngramjob.failure.Failure;

/**
 * The files of a model as they were once: {@code train --if-exists overwrite} may give its name to
 * another while somebody reads it.
 */
final class ModelFiles {
  private final FileSystem fileSystem;
  private final Path model;
  private final Set<String> files;

  private ModelFiles(FileSystem fileSystem, Path model) throws IOException {
    this.fileSystem = fileSystem;
    this.model = model;
    this.files = list();
  }

  /**
   * Those that are there now.
   *
   * @param model a directory with all that is in it, or a file
   */
  static ModelFiles of(FileSystem fileSystem, Path model) throws IOException {
    return new ModelFiles(fileSystem, model);
  }

  /**
   * Holds a model to the files that it had.
   *
   * @param doing what has been done with it since, for the message: {@code copied to this machine}
   * @throws Failure with exit code 3 if they are not the same any more
   */
  void requireSame(String doing) throws IOException {
    if (!files.equals(list())) {
      throw Failure.badInput(
          "%s was replaced while it was %s; run the same command again".formatted(model, doing));
    }
  }

  /** None while the model has no name, between the one and the other. */
  private Set<String> list() throws IOException {
    Set<String> found = new HashSet<>();
    try {
      RemoteIterator<LocatedFileStatus> listing = fileSystem.listFiles(model, true);
      while (listing.hasNext()) {
        FileStatus file = listing.next();
        found.add(file.getPath() + " " + file.getLen() + " " + file.getModificationTime());
      }
    } catch (FileNotFoundException e) {
      found.clear();
    }
    return found;
  }
}
