// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.failure.Reason;

/**
 * A local directory of one run, readable by its user only, made when first asked for: the local
 * runner's spills and submitted jobs, and local copies of shipped files.
 */
final class Scratch {
  private static final String HADOOP_TMP_DIR = "hadoop.tmp.dir";
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
      Path parent =
          Path.of(
              Defaults.isDefault(configuration, HADOOP_TMP_DIR)
                  ? System.getProperty("java.io.tmpdir")
                  : configuration.get(HADOOP_TMP_DIR));
      directory = makeIn(parent);
    }
    return directory;
  }

  private static Path makeIn(Path parent) {
    try {
      return Files.createTempDirectory(Files.createDirectories(parent), "ngram-job-");
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

  synchronized void remove() throws IOException {
    removed = true;
    for (int attempt = 1; directory != null && Files.exists(directory); attempt++) {
      try {
        Files.walkFileTree(directory, new Remover());
      } catch (IOException e) {
        // Tasks that were killed a moment ago may still be writing.
        if (attempt == REMOVALS) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException error)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
