// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.trie.BucketRangeWriter;
import org.ngramjob.trie.BucketRanges;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountShardWriter;

/** Writes a reducer's stripes as the count shard of its buckets. */
public final class CountOutputFormat extends FileOutputFormat<NullWritable, SortedStripes> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public RecordWriter<NullWritable, SortedStripes> getRecordWriter(TaskAttemptContext task)
      throws IOException {
    Configuration configuration = task.getConfiguration();
    int order = CountSettings.readFrom(configuration).order().n();
    BucketTable buckets = TaskInputs.buckets(configuration);
    int partition = task.getTaskAttemptID().getTaskID().getId();
    BucketRanges ranges = TaskInputs.ranges(buckets, configuration, task.getNumReduceTasks());
    // Last: nobody would close it if anything else went wrong.
    Path file = getDefaultWorkFile(task, "");
    OutputStream out =
        new BufferedOutputStream(
            file.getFileSystem(configuration).create(file, false), BUFFER_BYTES);
    BucketRangeWriter range =
        new BucketRangeWriter(
            buckets,
            ranges.first(partition),
            ranges.end(partition),
            new CountShardWriter(order, buckets, out));
    return new RecordWriter<>() {
      @Override
      public void write(NullWritable key, SortedStripes stripes) throws IOException {
        stripes.sendTo(range);
      }

      @Override
      public void close(TaskAttemptContext context) throws IOException {
        try (out) {
          range.finish();
        }
      }
    };
  }
}
