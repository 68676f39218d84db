// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.failure.Reason;
import org.ngramjob.temporary.Remains;
import org.ngramjob.temporary.TemporaryName;

/**
 * A local directory of one run, readable by its user only, made when first asked for: the local
 * runner's spills and submitted jobs, and local copies of shipped files.
 */
final class Scratch {
  private static final int REMOVALS = 20;

  private final Configuration configuration;
  private Path directory;
  private boolean removed;

  Scratch(Configuration configuration) {
    this.configuration = configuration;
  }

  synchronized Path directory() throws IOException {
    if (removed) {
      throw new IOException("this run is over");
    }
    if (directory == null) {
      directory = makeIn(LocalDisk.temporary(configuration));
    }
    return directory;
  }

  private static Path makeIn(Path parent) {
    try {
      Path made = Files.createTempDirectory(Files.createDirectories(parent), TemporaryName.ofRun());
      Remains.removeBeside(made);
      return made;
    } catch (IOException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "no directory for intermediate files can be made in "
              + parent
              + " ("
              + Reason.of(e)
              + "); name another with -Dhadoop.tmp.dir=DIR",
          e);
    }
  }

  /** Null if nobody has asked for it. */
  synchronized Path made() {
    return directory;
  }

  synchronized void remove() throws IOException {
    removed = true;
    for (int attempt = 1; directory != null && Files.exists(directory); attempt++) {
      try {
        Remains.remove(directory);
      } catch (IOException e) {
        // Tasks that were killed a moment ago may still be writing.
        if (attempt == REMOVALS) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }
}
