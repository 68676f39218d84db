// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.diagnosis;

import org.apache.hadoop.conf.Configuration;
import org.ngramjob.settings.Framework;

/**
 * A {@code file:} path names another disk on every machine of a cluster, unless one is mounted on
 * all of them.
 */
public final class OwnDisk {
  /** What to do about it. */
  public static final String REMEDY =
      "a file: path is each machine's own disk: name a place that all machines of the cluster see,"
          + " as on HDFS";

  private OwnDisk() {}

  /**
   * What to add to an error by which something is not there.
   *
   * @param message of the error
   * @return the remedy, behind a semicolon, where jobs run on a cluster and the message names such
   *     a path; else nothing
   */
  public static String remedy(String message, Configuration configuration) {
    return !Framework.isLocal(configuration) && message.contains("file:/") ? "; " + REMEDY : "";
  }
}
