// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.io.IOException;

/** One command: picocli fills the fields of its options, then it runs. */
interface Command {
  /**
   * Does the work; returning means exit code 0.
   *
   * @throws org.ngramjob.failure.Failure with the exit code and the one line the user sees
   */
  void run(Environment environment) throws IOException;
}
