// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.apache.log4j.Level;
import org.apache.log4j.LogManager;

/** Hadoop's own log, which is quiet unless asked for. */
final class HadoopLog {
  private HadoopLog() {}

  static void show() {
    try {
      LogManager.getRootLogger().setLevel(Level.INFO);
    } catch (LinkageError e) {
      // A cluster with another logging system has its own ways to turn it up.
      return;
    }
  }
}
