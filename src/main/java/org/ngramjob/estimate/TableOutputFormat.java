// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.Shards;
import org.ngramjob.trie.BucketFileWriter;
import org.ngramjob.trie.ByteReader;
import org.ngramjob.trie.ByteWriter;

/**
 * Writes shards of the tables into a file of buckets, whose footer adds the n-grams per order; the
 * shard of upper nodes, if a task makes it, into a file of its own.
 */
public final class TableOutputFormat extends FileOutputFormat<IntWritable, ModelTable> {
  /** The number of the shard of upper nodes, and the name of its file. */
  static final int UPPER = -1;

  static final String UPPER_FILE = "upper";

  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public RecordWriter<IntWritable, ModelTable> getRecordWriter(TaskAttemptContext task)
      throws IOException {
    Path path = getDefaultWorkFile(task, "");
    OutputStream out =
        new BufferedOutputStream(
            path.getFileSystem(task.getConfiguration()).create(path, false), BUFFER_BYTES);
    BucketFileWriter file = new BucketFileWriter(out);
    int order = CountTaskFiles.order(task.getConfiguration());
    long[] ngrams = new long[order];
    return new RecordWriter<>() {
      @Override
      public void write(IntWritable bucket, ModelTable table) throws IOException {
        if (bucket.get() == UPPER) {
          writeUpper(task, table);
        } else {
          file.write(table.bytes());
          file.endBucket(bucket.get());
        }
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

  private void writeUpper(TaskAttemptContext task, ModelTable table) throws IOException {
    Path directory = ((PathOutputCommitter) getOutputCommitter(task)).getWorkPath();
    Path path = new Path(directory, UPPER_FILE);
    try (OutputStream out = path.getFileSystem(task.getConfiguration()).create(path, false)) {
      table.bytes().writeTo(out);
    }
  }

  /** N-grams kept per order, in all files of a directory and the upper nodes. */
  static List<Long> ngrams(Path tables, long[] upper, Configuration configuration)
      throws IOException {
    long[] sums = upper.clone();
    for (FileStatus part : Shards.list(tables, configuration)) {
      ByteReader kept = Shards.footer(part, configuration).addition();
      for (int i = 0; i < sums.length; i++) {
        sums[i] += kept.readVarLong();
      }
    }
    List<Long> ngrams = new ArrayList<>();
    for (long sum : sums) {
      ngrams.add(sum);
    }
    return ngrams;
  }
}
