// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.settings;

import org.apache.hadoop.conf.Configuration;

/** Tells what a user or an administrator has set from what Hadoop's own default files say. */
public final class Defaults {
  private Defaults() {}

  /** Whether nobody has chosen a value. */
  public static boolean isDefault(Configuration configuration, String key) {
    if (configuration.getRaw(key) == null) {
      return true;
    }
    String[] sources = configuration.getPropertySources(key);
    return sources != null
        && sources.length > 0
        && sources[sources.length - 1].endsWith("-default.xml");
  }

  /** Whether a value comes from neither Hadoop, nor the cluster's files, nor this program. */
  public static boolean isOfUser(Configuration configuration, String key) {
    String[] sources = configuration.getPropertySources(key);
    return sources != null
        && sources.length > 0
        && !sources[sources.length - 1].matches("[^/]*-(default|site)\\.xml|programmatically");
  }

  /** Sets what nobody has chosen. */
  public static void set(Configuration configuration, String key, String value) {
    if (isDefault(configuration, key)) {
      configuration.set(key, value);
    }
  }
}
