// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cli;

import org.apache.hadoop.conf.Configuration;
import org.apache.log4j.Level;
import org.apache.log4j.LogManager;

/** Hadoop's own log, which is quiet unless asked for. */
final class HadoopLog {
  private static final String FILES_OF_SETTINGS = Configuration.class.getName();

  private HadoopLog() {}

  static void show() {
    try {
      LogManager.getRootLogger().setLevel(Level.INFO);
      LogManager.getLogger(FILES_OF_SETTINGS).setLevel(null);
    } catch (LinkageError e) {
      // A cluster with another logging system has its own ways to turn it up.
      return;
    }
  }

  /**
   * Has nothing said of files that cannot be read: an error is thrown, too, and need not be told a
   * second time with a stack trace.
   */
  static void hideFilesOfSettings() {
    try {
      LogManager.getLogger(FILES_OF_SETTINGS).setLevel(Level.FATAL);
    } catch (LinkageError e) {
      return;
    }
  }
}
