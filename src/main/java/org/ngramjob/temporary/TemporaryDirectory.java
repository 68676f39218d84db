// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.temporary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.failure.Reason;

/**
 * A directory on the local disk for what is mapped into memory but does not stay: models and
 * vocabularies copied from elsewhere or read from a file. It goes away with us, also when the
 * process is told to stop; where it is killed, a later one removes it.
 */
public final class TemporaryDirectory implements AutoCloseable {
  private final Path path;
  private final Thread hook = new Thread(this::remove, "remove temporary directory");

  /**
   * Makes it where Java's temporary files are.
   *
   * @throws Failure if there is no place for temporary files
   */
  public TemporaryDirectory() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  TemporaryDirectory(Path parent) {
    path = make(parent);
    Runtime.getRuntime().addShutdownHook(hook);
    Remains.removeBeside(path);
  }

  private static Path make(Path parent) {
    try {
      return Files.createTempDirectory(parent, TemporaryName.ofModel());
    } catch (IOException e) {
      throw new Failure(
          ExitCode.BAD_INPUT,
          "no directory for temporary files can be made in %s (%s); name another with NGRAM_JOB_JAVA_OPTS=-Djava.io.tmpdir=DIR, or HADOOP_CLIENT_OPTS for hadoop jar"
              .formatted(parent, Reason.of(e)),
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
    try {
      Remains.remove(path);
    } catch (IOException e) {
      // A later process finds it; an answer is not worth less for it.
      return;
    }
  }
}
