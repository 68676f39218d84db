// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.InputFormat;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.security.TokenCache;
import org.ngramjob.trie.BucketFile;

/** Buckets of count shards as records: number and bytes, checksum verified. */
public final class BucketInputFormat extends InputFormat<IntWritable, BytesWritable> {
  private static final String SHARDS = "ngramjob.store.shards";
  private static final String SPLIT_BYTES = "ngramjob.store.split-bytes";
  private static final long DEFAULT_SPLIT_BYTES = 32L << 20;

  /** Has the job read the part files of a directory. */
  public static void setInput(Job job, Path shards) {
    job.setInputFormatClass(BucketInputFormat.class);
    job.getConfiguration().set(SHARDS, shards.toString());
  }

  @Override
  public List<InputSplit> getSplits(JobContext context) throws IOException {
    Configuration configuration = context.getConfiguration();
    Path shards = new Path(configuration.get(SHARDS));
    TokenCache.obtainTokensForNamenodes(
        context.getCredentials(), new Path[] {shards}, configuration);
    long goal = configuration.getLongBytes(SPLIT_BYTES, DEFAULT_SPLIT_BYTES);
    List<InputSplit> splits = new ArrayList<>();
    for (FileStatus part : Shards.list(shards, configuration)) {
      List<BucketFile.Bucket> group = new ArrayList<>();
      long bytes = 0;
      for (BucketFile.Bucket bucket : Shards.footer(part, configuration).buckets()) {
        group.add(bucket);
        bytes += bucket.length();
        if (bytes >= goal) {
          splits.add(split(part, group, configuration));
          group.clear();
          bytes = 0;
        }
      }
      if (!group.isEmpty()) {
        splits.add(split(part, group, configuration));
      }
    }
    return splits;
  }

  private static BucketSplit split(
      FileStatus part, List<BucketFile.Bucket> buckets, Configuration configuration)
      throws IOException {
    BlockLocation[] blocks =
        part.getPath()
            .getFileSystem(configuration)
            .getFileBlockLocations(part, buckets.get(0).offset(), 1);
    String[] hosts = blocks.length == 0 ? new String[0] : blocks[0].getHosts();
    return new BucketSplit(part.getPath(), buckets, hosts);
  }

  @Override
  public RecordReader<IntWritable, BytesWritable> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new BucketRecordReader();
  }
}
