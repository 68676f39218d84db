// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * What an error of a file system, a network or this machine means to the user, in words to act on:
 * local disks, HDFS and object stores alike, however deep the client has wrapped it.
 */
public final class IoFailure {
  private IoFailure() {}

  /**
   * The failure to report, if the error is one of those. Who we are is asked first, permission
   * next: what may not be seen looks like many other things.
   */
  public static Optional<Failure> of(Throwable error, Configuration configuration) {
    Optional<Failure> ofUser = NamelessUser.behind(error).or(() -> AccessDenied.behind(error));
    if (ofUser.isPresent()) {
      return ofUser;
    }
    List<Cause> causes = Cause.behind(error);
    for (Cause cause : causes) {
      Optional<Failure> found = of(cause, error, configuration);
      if (found.isPresent()) {
        return found;
      }
    }
    return causes.stream()
        .flatMap(cause -> missing(cause, configuration).stream())
        .findFirst()
        .map(message -> new Failure(ExitCode.BAD_INPUT, message, error));
  }

  private static Optional<Failure> of(Cause cause, Throwable error, Configuration configuration) {
    Optional<String> ofMachine =
        DiskFull.of(cause)
            .or(() -> HeapFull.of(cause, configuration))
            .or(() -> tooManyFiles(cause))
            .or(() -> lostBlocks(cause));
    if (ofMachine.isPresent()) {
      return Optional.of(new Failure(ExitCode.JOB_FAILED, ofMachine.get(), error));
    }
    if (cause.is("ChecksumException")) {
      return Optional.of(
          new Failure(
              ExitCode.BAD_INPUT,
              "a file is damaged: " + cause.text() + "; restore it or make it again",
              error));
    }
    if (cause.says("Incomplete HDFS URI")) {
      return Optional.of(
          new Failure(
              ExitCode.BAD_INPUT,
              cause.text()
                  + "; hdfs:/// is the HDFS of the configuration, which names none: give"
                  + " hdfs://HOST:PORT/PATH, or the cluster's configuration by HADOOP_CONF_DIR",
              error));
    }
    return Unreachable.of(cause, error, configuration);
  }

  private static Optional<String> tooManyFiles(Cause cause) {
    return cause.says("Too many open files")
        ? Optional.of("too many open files: " + cause.text() + "; raise the limit with ulimit -n")
        : Optional.empty();
  }

  private static Optional<String> lostBlocks(Cause cause) {
    return cause.is("BlockMissingException")
        ? Optional.of(
            "a part of a file cannot be had: "
                + cause.text()
                + "; are all DataNodes running? hdfs fsck PATH -files -blocks -locations tells")
        : Optional.empty();
  }

  /** Last: other errors say in passing that a file was not found. */
  private static Optional<String> missing(Cause cause, Configuration configuration) {
    boolean missing = cause.is("NoSuchFileException", "FileNotFoundException");
    return missing && !SystemMessage.IS_A_DIRECTORY.isIn(cause.message())
        ? Optional.of(
            "a file is missing: "
                + cause.text()
                + "; has it been moved or removed, or was it not copied? check the path"
                + OwnDisk.remedy(cause.message(), configuration))
        : Optional.empty();
  }
}
