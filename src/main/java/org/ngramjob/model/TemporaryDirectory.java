// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.failure.Reason;

/**
 * A directory on the local disk for what is mapped into memory but does not stay: models copied
 * from elsewhere or read from a file. It goes away with us, also when the process is told to stop.
 */
public final class TemporaryDirectory implements AutoCloseable {
  /** What the names begin with, before the number of the process. */
  public static final String PREFIX = "ngram-job-model-";

  private final Path path;
  private final Thread hook = new Thread(this::remove, "remove temporary directory");

  /**
   * Makes it.
   *
   * @throws Failure if there is no place for temporary files
   */
  public TemporaryDirectory() {
    path = make();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static Path make() {
    try {
      return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "no directory for temporary files can be made in %s (%s); name another with NGRAM_JOB_JAVA_OPTS=-Djava.io.tmpdir=DIR"
              .formatted(System.getProperty("java.io.tmpdir"), Reason.of(e)),
          e);
    }
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending; the hook finds nothing left to remove.
      return;
    }
  }

  private void remove() {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // The system clears its temporary directory; an answer is not worth less for it.
      return;
    }
  }
}
