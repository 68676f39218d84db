// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Cluster;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobID;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.yarn.api.protocolrecords.GetApplicationsRequest;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.ngramjob.settings.Framework;

/**
 * Jobs on a cluster outlive a driver that is killed. Left alone, they would go on writing into a
 * place that the next driver has cleared. Each job carries a tag with the run it belongs to, by
 * which the next driver finds and ends them.
 */
final class OrphanedJobs {
  private OrphanedJobs() {}

  /** Adds the run's tag to those the user has given. */
  static void tag(Configuration configuration, String runId) {
    Set<String> tags =
        new LinkedHashSet<>(
            List.of(configuration.getTrimmedStrings(MRJobConfig.JOB_TAGS, new String[0])));
    tags.add(tagOf(runId));
    configuration.setStrings(MRJobConfig.JOB_TAGS, tags.toArray(String[]::new));
  }

  /** Ends the jobs of a driver that is dead; returns when they no longer write. */
  static void end(Configuration configuration, String runId) throws IOException {
    if (!Framework.isYarn(configuration)) {
      return;
    }
    List<ApplicationReport> orphans = find(configuration, runId);
    if (orphans.isEmpty()) {
      return;
    }
    Cluster cluster = new Cluster(configuration);
    try {
      for (ApplicationReport orphan : orphans) {
        String id = orphan.getApplicationId().toString().replaceFirst("^application_", "job_");
        Job job = cluster.getJob(JobID.forName(id));
        if (job != null) {
          CurrentJob.kill(job);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      cluster.close();
    }
  }

  private static EnumSet<YarnApplicationState> unfinished() {
    return EnumSet.of(
        YarnApplicationState.NEW,
        YarnApplicationState.NEW_SAVING,
        YarnApplicationState.SUBMITTED,
        YarnApplicationState.ACCEPTED,
        YarnApplicationState.RUNNING);
  }

  private static List<ApplicationReport> find(Configuration configuration, String runId)
      throws IOException {
    GetApplicationsRequest request = GetApplicationsRequest.newInstance(unfinished());
    request.setApplicationTags(Set.of(tagOf(runId)));
    try (YarnClient yarn = YarnClient.createYarnClient()) {
      yarn.init(configuration);
      yarn.start();
      return yarn.getApplications(request);
    } catch (YarnException e) {
      throw new IOException(
          "cannot look for jobs of the run that was killed: " + e.getMessage(), e);
    }
  }

  /** YARN makes tags lower case. */
  private static String tagOf(String runId) {
    return ("ngram-job-" + runId).toLowerCase(Locale.ROOT);
  }
}
