// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.ngramjob.reference.NaiveNgramCount;

/**
 * Runs the n-gram count that everyone writes first, in the local runner on all cores, and prints
 * {@code name TAB value}: bytes shuffled and different n-grams.
 *
 * <pre>NaiveCountRun ORDER INPUT OUTPUT SCRATCH</pre>
 */
final class NaiveCountRun {
  private NaiveCountRun() {}

  public static void main(String[] arguments) throws Exception {
    System.out.print(run(Integer.parseInt(arguments[0]), arguments[1], arguments[2], arguments[3]));
  }

  static String run(int order, String input, String output, String scratch) throws Exception {
    Job job =
        NaiveNgramCount.job(
            configuration(scratch),
            order,
            NaiveNgramCount.Whitespace.class,
            new Path(input),
            new Path(output));
    if (!job.waitForCompletion(false)) {
      throw new IOException("the naive count has failed: " + job.getStatus().getFailureInfo());
    }
    return line(job, "shuffled_bytes", TaskCounter.REDUCE_SHUFFLE_BYTES)
        + line(job, "ngrams", TaskCounter.REDUCE_OUTPUT_RECORDS);
  }

  private static Configuration configuration(String scratch) {
    String cores = Integer.toString(Runtime.getRuntime().availableProcessors());
    Configuration configuration = new Configuration();
    configuration.set("fs.defaultFS", "file:///");
    configuration.set("mapreduce.framework.name", "local");
    configuration.set("hadoop.tmp.dir", scratch);
    configuration.set("mapreduce.local.map.tasks.maximum", cores);
    configuration.set("mapreduce.local.reduce.tasks.maximum", cores);
    configuration.set("mapreduce.job.reduces", cores);
    configuration.set("mapreduce.client.completion.pollinterval", "50");
    return configuration;
  }

  private static String line(Job job, String name, TaskCounter counter) throws IOException {
    return name + "\t" + job.getCounters().findCounter(counter).getValue() + "\n";
  }
}
