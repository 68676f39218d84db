// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.DanglingLink;
import org.ngramjob.pipeline.LocalDisk;

/**
 * A pattern over paths of a local disk, on which Hadoop passes by links to nothing as if they were
 * not there: the text of a day whose link has lost its target would be left out.
 */
final class LinkPattern {
  private final FileSystem fileSystem;
  private final PathFilter visible;

  LinkPattern(FileSystem fileSystem, PathFilter visible) {
    this.fileSystem = fileSystem;
    this.visible = visible;
  }

  /**
   * Looks at all that the pattern matches, and at the directories that it matches on the way.
   *
   * @param pattern one that Hadoop has matched already
   * @throws Failure with exit code 3 if one is a link to nothing
   */
  void refuseDangling(Path pattern) throws IOException {
    for (String flat : GlobExpander.expand(pattern.toUri().getPath())) {
      for (Path at = new Path(flat); at.getParent() != null; at = at.getParent()) {
        GlobFilter names = new GlobFilter(at.getName(), visible);
        FileStatus[] above = names.hasPattern() ? fileSystem.globStatus(at.getParent()) : null;
        if (above != null) {
          for (FileStatus directory : above) {
            refuseDangling(LocalDisk.path(directory.getPath()), names);
          }
        }
      }
    }
  }

  private static void refuseDangling(java.nio.file.Path directory, PathFilter names)
      throws IOException {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<java.nio.file.Path> entries = Files.newDirectoryStream(directory)) {
      for (java.nio.file.Path entry : entries) {
        if (names.accept(new Path(null, null, String.valueOf(entry.getFileName())))) {
          DanglingLink.refuseInput(entry);
        }
      }
    }
  }
}
