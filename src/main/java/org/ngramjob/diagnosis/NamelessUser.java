// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import java.util.Optional;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * A user id that no user has, as containers may be started with. Hadoop asks the system who runs it
 * before it touches any file, local ones included; what it says then sounds like anything else.
 */
final class NamelessUser {
  /** Hadoop's words, and Java's for versions of Hadoop that take it for a failure of Kerberos. */
  private static final String INVALID = "Invalid UID, could not determine effective user";

  private static final String NO_NAME = "invalid null input: name";

  private NamelessUser() {}

  static Optional<Failure> behind(Throwable error) {
    return Cause.behind(error).stream()
        .filter(cause -> cause.says(INVALID) || cause.says(NO_NAME))
        .findFirst()
        .map(
            cause ->
                new Failure(
                    ExitCode.BAD_INPUT,
                    "this user's id has no name on this machine, and Hadoop needs one: add a line"
                        + " for it (id -u shows it) to /etc/passwd, or run as a user that is there",
                    error));
  }
}
