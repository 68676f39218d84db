// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.failure;

/** What a process tells its caller; scripts rely on the numbers. */
public enum ExitCode {
  DONE(0),
  JOB_FAILED(1),
  USAGE(2),
  BAD_INPUT(3),
  OUTPUT_EXISTS(4),
  CHECK_FAILED(5),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
