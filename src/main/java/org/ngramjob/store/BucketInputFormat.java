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
import org.ngramjob.settings.NumberSetting;
import org.ngramjob.trie.BucketFileFooter;

/** Buckets of counts or tables as records: number and bytes, checksum verified. */
public final class BucketInputFormat extends InputFormat<IntWritable, BytesWritable> {
  private static final String SHARDS = "ngramjob.store.shards.";
  private static final String SOURCE = "ngramjob.store.source";
  private static final NumberSetting SPLIT_BYTES =
      NumberSetting.of("ngramjob.store.split-bytes", 32L << 20, 1, Long.MAX_VALUE);

  /** What people may set by its key. */
  public static final List<NumberSetting> NUMBERS = List.of(SPLIT_BYTES);

  /** Has the job read the part files of a directory. */
  public static void setInput(Job job, Path shards) {
    setInputs(job, List.of(shards));
  }

  /** Has the job read the part files of several directories; a task reads of one only. */
  public static void setInputs(Job job, List<Path> shards) {
    job.setInputFormatClass(BucketInputFormat.class);
    for (int i = 0; i < shards.size(); i++) {
      job.getConfiguration().set(SHARDS + i, shards.get(i).toString());
    }
  }

  /** Which of the directories a task reads, in the order they were given. */
  public static int source(Configuration configuration) {
    return configuration.getInt(SOURCE, 0);
  }

  /** The directories of a job, each that of the part files it was given. */
  public static List<Path> directories(Configuration configuration) {
    List<Path> directories = new ArrayList<>();
    String shards = configuration.getRaw(SHARDS + 0);
    while (shards != null) {
      directories.add(new Path(shards).getParent());
      shards = configuration.getRaw(SHARDS + directories.size());
    }
    return directories;
  }

  static void setSource(Configuration configuration, int source) {
    configuration.setInt(SOURCE, source);
  }

  @Override
  public List<InputSplit> getSplits(JobContext context) throws IOException {
    Configuration configuration = context.getConfiguration();
    List<InputSplit> splits = new ArrayList<>();
    String directory = configuration.getRaw(SHARDS + 0);
    for (int source = 0; directory != null; source++) {
      Path shards = new Path(directory);
      TokenCache.obtainTokensForNamenodes(
          context.getCredentials(), new Path[] {shards}, configuration);
      addSplits(source, shards, configuration, splits);
      directory = configuration.getRaw(SHARDS + (source + 1));
    }
    return splits;
  }

  private static void addSplits(
      int source, Path shards, Configuration configuration, List<InputSplit> splits)
      throws IOException {
    long goal = SPLIT_BYTES.in(configuration);
    for (FileStatus part : Shards.list(shards, configuration)) {
      List<BucketFileFooter.Bucket> group = new ArrayList<>();
      long bytes = 0;
      for (BucketFileFooter.Bucket bucket : Shards.footer(part, configuration).buckets()) {
        group.add(bucket);
        bytes += bucket.length();
        if (bytes >= goal) {
          splits.add(split(source, part, group, configuration));
          group.clear();
          bytes = 0;
        }
      }
      if (!group.isEmpty()) {
        splits.add(split(source, part, group, configuration));
      }
    }
  }

  private static BucketSplit split(
      int source,
      FileStatus part,
      List<BucketFileFooter.Bucket> buckets,
      Configuration configuration)
      throws IOException {
    BlockLocation[] blocks =
        part.getPath()
            .getFileSystem(configuration)
            .getFileBlockLocations(part, buckets.get(0).offset(), 1);
    String[] hosts = blocks.length == 0 ? new String[0] : blocks[0].getHosts();
    return new BucketSplit(source, part.getPath(), buckets, hosts);
  }

  @Override
  public RecordReader<IntWritable, BytesWritable> createRecordReader(
      InputSplit split, TaskAttemptContext context) {
    return new BucketRecordReader();
  }
}
