// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** Errors of file systems that people can act on, in their words. */
final class IoFailure {
  private IoFailure() {}

  /** What the error means to the user, if it is one of those. */
  static Optional<Failure> of(Throwable error) {
    Optional<Failure> denied = AccessDenied.behind(error);
    if (denied.isPresent()) {
      return denied;
    }
    if (error instanceof ChecksumException) {
      return bad(
          "a file is damaged: " + OneLine.of(error) + "; restore it or make it again", error);
    }
    return Optional.empty();
  }

  private static Optional<Failure> bad(String message, Throwable error) {
    return Optional.of(new Failure(ExitCode.BAD_INPUT, message, error));
  }
}
