// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.trie.BucketRanges;
import org.ngramjob.trie.BucketTable;

/** Gives each reducer a contiguous range of buckets. */
public final class BucketPartitioner extends Partitioner<ContextKey, BytesWritable>
    implements Configurable {
  private Configuration configuration;
  private BucketTable buckets;
  private BucketRanges ranges;

  @Override
  public void setConf(Configuration newConfiguration) {
    configuration = newConfiguration;
    try {
      buckets = TaskInputs.buckets(newConfiguration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public int getPartition(ContextKey key, BytesWritable block, int partitions) {
    if (ranges == null || ranges.parts() != partitions) {
      ranges = TaskInputs.ranges(buckets, configuration, partitions);
    }
    return ranges.part(buckets.bucketOf(key.context(), 0, key.depth()));
  }
}
