// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.ByteWriter;

/** Writes shards of the tables into a file of buckets, whose footer adds the n-grams per order. */
public final class TableOutputFormat extends FileOutputFormat<IntWritable, ModelTable> {
  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public RecordWriter<IntWritable, ModelTable> getRecordWriter(TaskAttemptContext task)
      throws IOException {
    Path path = getDefaultWorkFile(task, "");
    OutputStream out =
        new BufferedOutputStream(
            path.getFileSystem(task.getConfiguration()).create(path, false), BUFFER_BYTES);
    BucketFileWriter file = new BucketFileWriter(out);
    int order = EstimateSettings.TaskSettings.readFrom(task.getConfiguration()).order();
    long[] ngrams = new long[order];
    return new RecordWriter<>() {
      @Override
      public void write(IntWritable bucket, ModelTable table) throws IOException {
        file.write(table.bytes());
        file.endBucket(bucket.get());
        for (int i = 0; i < order; i++) {
          ngrams[i] += table.ngrams()[i];
        }
      }

      @Override
      public void close(TaskAttemptContext context) throws IOException {
        try (out) {
          ByteWriter addition = new ByteWriter(64);
          for (long count : ngrams) {
            addition.writeVarLong(count);
          }
          file.finish(addition);
        }
      }
    };
  }
}
