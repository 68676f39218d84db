// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import java.util.List;
import org.apache.hadoop.service.launcher.IrqHandler;

/**
 * Ctrl-C, a scheduler that stops its task, a terminal that is closed: each ends the process in the
 * same way. Java by itself would give each an exit code of its own and say nothing.
 */
public final class Interruption {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private Interruption() {}

  /**
   * From now on these signals run the action; one that whoever started the process wants ignored,
   * as {@code nohup} does, stays so.
   *
   * @param action ends the process
   */
  public static void handle(Runnable action) {
    for (String signal : SIGNALS) {
      try {
        new IrqHandler(signal, interrupt -> action.run()).bind();
      } catch (IllegalArgumentException e) {
        // The JVM leaves signals alone, as with -Xrs: then the system's own way has to do.
        return;
      }
    }
  }
}
