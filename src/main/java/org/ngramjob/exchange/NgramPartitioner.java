// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.trie.BucketRanges;

/** Gives each reducer a contiguous range of buckets. */
public final class NgramPartitioner extends Partitioner<NgramKey, BytesWritable>
    implements Configurable {
  private static final String BUCKETS = "ngramjob.exchange.buckets";

  private Configuration configuration;
  private int buckets;

  /** Has a job deal out so many buckets. */
  public static void use(Job job, int buckets) {
    job.setPartitionerClass(NgramPartitioner.class);
    job.getConfiguration().setInt(BUCKETS, buckets);
  }

  /** How many buckets the job deals out. */
  public static int buckets(Configuration configuration) {
    return configuration.getInt(BUCKETS, 0);
  }

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    buckets = buckets(newConfiguration);
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public int getPartition(NgramKey key, BytesWritable block, int partitions) {
    return BucketRanges.part(key.bucket(), buckets, partitions);
  }
}
