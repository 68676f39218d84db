// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.diagnosis.SystemMessage;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/**
 * Standard output that ends a command where it cannot be written: a {@code PrintStream} over
 * another would keep silent, and the command would work on for nobody.
 */
final class ResultStream extends OutputStream {
  private final OutputStream out;
  private boolean failed;

  ResultStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /** What comes after an error is dropped: it has been told. */
  @Override
  public void write(byte[] bytes, int from, int length) {
    if (failed) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      failed = true;
      throw SystemMessage.BROKEN_PIPE.isIn(String.valueOf(e.getMessage()))
          ? new ReaderGone()
          : new Failure(
              ExitCode.JOB_FAILED,
              "cannot write results to standard output: "
                  + OneLine.of(e)
                  + "; what has been written is not whole: make room, and run the command again",
              e);
    }
  }
}
