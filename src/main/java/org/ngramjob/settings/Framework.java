// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.MRConfig;

/** What runs the jobs: this process, or a cluster. */
public final class Framework {
  private Framework() {}

  /** Whether jobs run inside this process. */
  public static boolean isLocal(Configuration configuration) {
    return name(configuration).equals(MRConfig.LOCAL_FRAMEWORK_NAME);
  }

  /** Whether jobs run on a cluster that YARN schedules. */
  public static boolean isYarn(Configuration configuration) {
    return name(configuration).equals(MRConfig.YARN_FRAMEWORK_NAME);
  }

  /** As the settings call it. */
  public static String name(Configuration configuration) {
    return configuration.get(MRConfig.FRAMEWORK_NAME, MRConfig.LOCAL_FRAMEWORK_NAME);
  }
}
