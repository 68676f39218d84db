// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.pipeline.StageRun;

/**
 * The run of a stage whose job has run, for what the driver does then.
 *
 * @param directory that the job has written
 * @param reported takes the figures, by name
 */
public record FinishedJob(Path directory, Map<String, Long> reported) implements StageRun {
  @Override
  public Configuration configuration() {
    return new Configuration();
  }

  @Override
  public Path temporary() {
    throw new UnsupportedOperationException("nothing is temporary");
  }

  @Override
  public Job newJob(String label) {
    throw new UnsupportedOperationException("the job has run");
  }

  @Override
  public void ship(Job job, String name, Path file) {
    throw new UnsupportedOperationException("the job has run");
  }

  @Override
  public Counters runJob(Job job) {
    throw new UnsupportedOperationException("the job has run");
  }

  @Override
  public void advance(String part, double share) {
    // Nobody watches.
  }

  @Override
  public void report(String name, long value) {
    reported.put(name, value);
  }
}
