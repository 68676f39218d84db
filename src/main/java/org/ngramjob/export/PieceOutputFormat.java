// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;

/**
 * Writes a task's text, a file per section. A file is named by its section and the first bucket it
 * holds, so that names in order give the text in order, whatever the number of tasks.
 *
 * <p>In: pieces with buckets ascending; a section's pieces of one bucket in their order.
 */
public final class PieceOutputFormat extends FileOutputFormat<PieceKey, BytesWritable> {
  private static final int BUFFER_BYTES = 1 << 16;

  /** The name of a file of pieces. */
  public static String name(int section, int firstBucket) {
    return String.format(Locale.ROOT, "piece-%02d-%08d", section, firstBucket);
  }

  /** Compressed pieces can be joined too: a gzip file may have several members. */
  private static OutputStream open(Path file, TaskAttemptContext task) throws IOException {
    OutputStream out = file.getFileSystem(task.getConfiguration()).create(file, false);
    return getCompressOutput(task)
        ? new GZIPOutputStream(out, BUFFER_BYTES)
        : new BufferedOutputStream(out, BUFFER_BYTES);
  }

  @Override
  public RecordWriter<PieceKey, BytesWritable> getRecordWriter(TaskAttemptContext task)
      throws IOException {
    Path directory = ((PathOutputCommitter) getOutputCommitter(task)).getWorkPath();
    TreeMap<Integer, OutputStream> files = new TreeMap<>();
    return new RecordWriter<>() {
      @Override
      public void write(PieceKey key, BytesWritable text) throws IOException {
        OutputStream out = files.get(key.section());
        if (out == null) {
          Path file = new Path(directory, name(key.section(), key.bucket()));
          out = open(file, task);
          files.put(key.section(), out);
        }
        out.write(text.getBytes(), 0, text.getLength());
      }

      @Override
      public void close(TaskAttemptContext context) throws IOException {
        for (OutputStream out : files.values()) {
          out.close();
        }
      }
    };
  }
}
