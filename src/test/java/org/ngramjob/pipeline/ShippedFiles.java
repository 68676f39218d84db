// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;

/** Ships files to tasks that a test drives by itself, without a job. */
public final class ShippedFiles {
  private ShippedFiles() {}

  /** Has {@link TaskFiles#local} find a file or directory. */
  public static void ship(Configuration configuration, String name, Path file) throws IOException {
    Job job = Job.getInstance(configuration);
    // The local runner's tasks read a local file where it is: no copies to make room for.
    TaskFiles.ship(job, name, new org.apache.hadoop.fs.Path(file.toUri()), null, null);
    for (var entry : job.getConfiguration()) {
      if (configuration.getRaw(entry.getKey()) == null) {
        configuration.set(entry.getKey(), entry.getValue());
      }
    }
  }
}
