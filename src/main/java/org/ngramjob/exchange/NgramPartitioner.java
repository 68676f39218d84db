// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import java.util.Arrays;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.trie.BucketRanges;

/** Gives each reducer a contiguous range of buckets. */
public final class NgramPartitioner extends Partitioner<NgramKey, BytesWritable>
    implements Configurable {
  private static final String RANGES = "ngramjob.exchange.ranges";

  private Configuration configuration;
  private BucketRanges ranges;

  /**
   * Has a job, whose number of reducers is known, deal out its buckets: about the same to each.
   *
   * @param weights of the buckets, such as their bytes
   */
  public static void use(Job job, long[] weights) {
    job.setPartitionerClass(NgramPartitioner.class);
    BucketRanges ranges = BucketRanges.ofEqualWeight(weights, job.getNumReduceTasks());
    String[] firsts =
        Arrays.stream(ranges.firsts()).mapToObj(Integer::toString).toArray(String[]::new);
    job.getConfiguration().setStrings(RANGES, firsts);
  }

  /** Which buckets each reducer of the job gets. */
  public static BucketRanges ranges(Configuration configuration) {
    return BucketRanges.of(configuration.getInts(RANGES));
  }

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    ranges = ranges(newConfiguration);
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public int getPartition(NgramKey key, BytesWritable block, int partitions) {
    return ranges.part(key.bucket());
  }
}
