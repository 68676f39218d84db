// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.cluster;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

  /** Waits until no job waits or runs; a job that is done stays a moment longer. */
  void awaitEnds() throws IOException, InterruptedException {
    EnumSet<YarnApplicationState> unfinished =
        EnumSet.of(
            YarnApplicationState.NEW,
            YarnApplicationState.NEW_SAVING,
            YarnApplicationState.SUBMITTED,
            YarnApplicationState.ACCEPTED,
            YarnApplicationState.RUNNING);
    new Patience("the end of all jobs").until(() -> in(unfinished).isEmpty());
  }

  /**
   * Waits until a job whose name ends in this one runs.
   *
   * @return what YARN calls it
   */
  String awaitRunning(String name, Driver driver) throws IOException, InterruptedException {
    AtomicReference<String> found = new AtomicReference<>();
    new Patience("job " + name, driver)
        .until(
            () -> {
              in(EnumSet.of(YarnApplicationState.RUNNING)).stream()
                  .filter(running -> running.getName().endsWith(name))
                  .map(running -> running.getApplicationId().toString())
                  .forEach(found::set);
              return found.get() != null;
            });
    return found.get();
  }

  private List<ApplicationReport> in(EnumSet<YarnApplicationState> states) throws IOException {
    try (YarnClient yarn = YarnClient.createYarnClient()) {
      yarn.init(configuration);
      yarn.start();
      return yarn.getApplications(states);
    } catch (YarnException e) {
      throw new IOException(e);
    }
  }
}
