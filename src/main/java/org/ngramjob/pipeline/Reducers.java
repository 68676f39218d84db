// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.ngramjob.settings.Defaults;
import org.ngramjob.settings.Framework;
import org.ngramjob.settings.HadoopNumbers;

/** How many reducers a job gets. */
public final class Reducers {
  /** Who wants more knows the cluster and says so. */
  private static final long MOST_BY_SIZE = 1000;

  private Reducers() {}

  /**
   * What the user asks for; else two per thread in the local runner, so that uneven ones even out,
   * and one per share of the input on a cluster.
   *
   * @param inputBytes what the job reads
   * @param bytesPerReducer a share
   * @param most more would have nothing to do
   */
  public static void choose(Job job, long inputBytes, long bytesPerReducer, int most) {
    Configuration configuration = job.getConfiguration();
    long chosen = Math.min(1 + inputBytes / bytesPerReducer, MOST_BY_SIZE);
    if (!Defaults.isDefault(configuration, MRJobConfig.NUM_REDUCES)) {
      chosen = Math.max(1, HadoopNumbers.REDUCES.in(configuration));
    } else if (Framework.isLocal(configuration)) {
      chosen = 2 * HadoopNumbers.LOCAL_REDUCES.in(configuration);
    }
    job.setNumReduceTasks((int) Math.min(chosen, most));
  }
}
