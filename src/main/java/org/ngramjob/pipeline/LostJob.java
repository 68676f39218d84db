// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.yarn.api.records.ApplicationId;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.ApplicationNotFoundException;
import org.apache.hadoop.yarn.exceptions.YarnException;
import org.ngramjob.diagnosis.FailedJob;
import org.ngramjob.diagnosis.OneLine;
import org.ngramjob.settings.Framework;

/**
 * A job that neither its application master nor the history server can tell of: the master has
 * ended before it could write down how, or a ResourceManager that has started again has forgotten
 * it. YARN itself may know more.
 */
final class LostJob {
  /** As {@link Job} says it, and the history server where it is asked for the job's tasks. */
  private static final Pattern UNKNOWN =
      Pattern.compile("Job status not available|Unknown Job job_");

  private LostJob() {}

  static boolean isBehind(IOException error) {
    return UNKNOWN.matcher(String.valueOf(error.getMessage())).find();
  }

  /** What YARN says of its end. */
  static String cause(Job job) throws IOException {
    Configuration configuration = job.getConfiguration();
    if (!Framework.isYarn(configuration)) {
      return cause(Optional.empty(), configuration);
    }
    try (YarnClient yarn = YarnClient.createYarnClient()) {
      yarn.init(configuration);
      yarn.start();
      ApplicationId id = ApplicationId.fromString(JobFailure.application(job));
      return cause(Optional.of(yarn.getApplicationReport(id)), configuration);
    } catch (ApplicationNotFoundException e) {
      return cause(Optional.empty(), configuration);
    } catch (YarnException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  static String cause(Optional<ApplicationReport> report, Configuration configuration) {
    if (report.isEmpty()) {
      return "the cluster no longer knows it, as after a restart of the ResourceManager; run the same"
          + " command again";
    }
    return TaskDiagnostics.firstCause(List.of(String.valueOf(report.get().getDiagnostics())))
        .map(words -> FailedJob.ofWords(words, configuration))
        .orElseGet(
            () ->
                "how it has ended ("
                    + OneLine.of(String.valueOf(report.get().getFinalApplicationStatus()))
                    + ") is not written down; is the job history server running?");
  }
}
