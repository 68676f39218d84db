// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.failure;

/**
 * An error the user can act on: one line that says what happened, where, the likely cause and what
 * to type next, and the exit code it ends in. Everything else that escapes is a defect of ours.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public Failure(ExitCode exitCode, String message) {
    this(exitCode, message, null);
  }

  public Failure(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  public static Failure badInput(String message) {
    return new Failure(ExitCode.BAD_INPUT, message);
  }

  public static Failure usage(String message) {
    return new Failure(ExitCode.USAGE, message);
  }
}
