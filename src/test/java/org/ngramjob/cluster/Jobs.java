// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.api.records.ApplicationReport;
import org.apache.hadoop.yarn.api.records.YarnApplicationState;
import org.apache.hadoop.yarn.client.api.YarnClient;
import org.apache.hadoop.yarn.exceptions.YarnException;

/** What YARN knows of jobs. */
final class Jobs {
  private final Configuration configuration;

  Jobs(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Names of jobs that wait or run. */
  List<String> unfinished() throws IOException {
    return in(
        EnumSet.of(
            YarnApplicationState.NEW,
            YarnApplicationState.NEW_SAVING,
            YarnApplicationState.SUBMITTED,
            YarnApplicationState.ACCEPTED,
            YarnApplicationState.RUNNING));
  }

  /** Waits until a job whose name ends in this one runs. */
  void awaitRunning(String name, Driver driver) throws IOException, InterruptedException {
    new Patience("job " + name, driver)
        .until(
            () ->
                in(EnumSet.of(YarnApplicationState.RUNNING)).stream()
                    .anyMatch(running -> running.endsWith(name)));
  }

  private List<String> in(EnumSet<YarnApplicationState> states) throws IOException {
    try (YarnClient yarn = YarnClient.createYarnClient()) {
      yarn.init(configuration);
      yarn.start();
      return yarn.getApplications(states).stream().map(ApplicationReport::getName).toList();
    } catch (YarnException e) {
      throw new IOException(e);
    }
  }
}
