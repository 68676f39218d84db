// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.trie.BucketRanges;

/** Gives each reducer a contiguous range of buckets. */
public final class WeightPartitioner extends Partitioner<WeightKey, BytesWritable>
    implements Configurable {
  private Configuration configuration;
  private int buckets;

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    buckets = ArpaSettings.readFrom(newConfiguration).buckets();
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public int getPartition(WeightKey key, BytesWritable block, int partitions) {
    return BucketRanges.part(key.bucket(), buckets, partitions);
  }
}
