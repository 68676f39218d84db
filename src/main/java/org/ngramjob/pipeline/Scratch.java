// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
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
      Path made = Files.createTempDirectory(Files.createDirectories(parent), ScratchName.prefix());
      removeDead(made);
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

  /** A driver that is killed cannot remove its own, and spills are as large as the text. */
  private static void removeDead(Path own) {
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(own.getParent(), ScratchName.GLOB)) {
      UserPrincipal user = Files.getOwner(own);
      for (Path other : others) {
        if (ScratchName.isOfDeadProcess(other.getFileName().toString())) {
          removeOf(user, other);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // This run does without.
      return;
    }
  }

  private static void removeOf(UserPrincipal user, Path directory) {
    try {
      if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user)) {
        Files.walkFileTree(directory, new Remover());
      }
    } catch (IOException e) {
      // Another driver removes the same, or it may not be read: the next one may have more luck.
      return;
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
