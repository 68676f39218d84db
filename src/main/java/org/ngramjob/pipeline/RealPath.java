// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** By which two names of one place are known as such. */
public final class RealPath {
  private RealPath() {}

  /** Absolute, with links of the local file system followed as far as the path exists. */
  public static Path of(Path path, Configuration configuration) throws IOException {
    return of(path.getFileSystem(configuration), path);
  }

  /** The same on the path's file system. */
  static Path of(FileSystem fileSystem, Path path) throws IOException {
    Path qualified = fileSystem.makeQualified(path);
    if (!LocalDisk.holds(fileSystem)) {
      return qualified;
    }
    java.nio.file.Path local = LocalDisk.path(qualified).normalize();
    java.nio.file.Path outer = local;
    while (outer != null) {
      try {
        java.nio.file.Path real = outer.toRealPath().resolve(outer.relativize(local));
        return new Path(fileSystem.getUri().getScheme(), null, real.toString());
      } catch (IOException e) {
        // What is not there, or may not be seen, leads nowhere else.
        outer = outer.getParent();
      }
    }
    return qualified;
  }
}
