// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;

/**
 * The manifest of an output that is one file. It cannot travel inside its output, so there are two
 * renames, and a driver may die between them. Then the output has its name already, and the
 * manifest is still aside, whole, because it was written first.
 */
final class PendingManifest {
  private static final String NAME = "manifest";

  private PendingManifest() {}

  /** In the directory of a run. */
  static Path in(Path run) {
    return new Path(run, NAME);
  }

  /** The manifest that the output waits for: that of a run whose work has become the output. */
  static Optional<Path> of(FileSystem fileSystem, Path output) throws IOException {
    Path qualified = RealPath.of(fileSystem, output);
    Path aside = Aside.directoryOf(qualified);
    if (!fileSystem.exists(aside)
        || !fileSystem.exists(qualified)
        || !fileSystem.getFileStatus(qualified).isFile()
        || fileSystem.exists(ManifestFile.of(qualified, true))) {
      return Optional.empty();
    }
    for (FileStatus run : fileSystem.listStatus(aside)) {
      Path manifest = in(run.getPath());
      if (run.isDirectory()
          && !fileSystem.exists(Aside.workOf(run.getPath()))
          && describes(fileSystem, manifest, qualified)) {
        return Optional.of(manifest);
      }
    }
    return Optional.empty();
  }

  private static boolean describes(FileSystem fileSystem, Path file, Path output)
      throws IOException {
    try {
      Optional<Manifest> manifest = ManifestFile.readFile(fileSystem, file);
      return manifest.isPresent()
          && Completeness.defect(fileSystem, output, manifest.get()).isEmpty();
    } catch (Failure e) {
      // Cut where its writer died: then the work has not been renamed either.
      return false;
    }
  }
}
