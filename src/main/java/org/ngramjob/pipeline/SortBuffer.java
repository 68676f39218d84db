// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.ngramjob.settings.Defaults;

/**
 * The buffer in which a map task of the local runner sorts what it sends. A task takes all of it at
 * once and clears it, and the collector moves it about: it had better not be much larger than what
 * is sent. What the user has set stays.
 */
public final class SortBuffer {
  /** Megabytes that hold what most tasks send. */
  private static final String SMALL = "16";

  /** Megabytes that hold the blocks of stripes which 32 MB of text become. */
  private static final String LARGE = "40";

  /** Tells the small buffer from one that the user has set. */
  private static final String SOURCE = "small sort buffer";

  private SortBuffer() {}

  static void set(Configuration configuration) {
    if (Defaults.isDefault(configuration, MRJobConfig.IO_SORT_MB)) {
      configuration.set(MRJobConfig.IO_SORT_MB, SMALL, SOURCE);
    }
  }

  /** For a job whose mappers send blocks of stripes. */
  public static void enlarge(Job job) {
    Configuration configuration = job.getConfiguration();
    String[] sources = configuration.getPropertySources(MRJobConfig.IO_SORT_MB);
    if (sources != null && Arrays.asList(sources).contains(SOURCE)) {
      configuration.set(MRJobConfig.IO_SORT_MB, LARGE);
    }
  }
}
