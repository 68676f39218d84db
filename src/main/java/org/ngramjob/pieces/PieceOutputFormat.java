// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import java.io.IOException;
import java.util.TreeMap;
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
  @Override
  public RecordWriter<PieceKey, BytesWritable> getRecordWriter(TaskAttemptContext task)
      throws IOException {
    Path directory = ((PathOutputCommitter) getOutputCommitter(task)).getWorkPath();
    boolean compressed = getCompressOutput(task);
    TreeMap<Integer, PieceFile> files = new TreeMap<>();
    return new RecordWriter<>() {
      @Override
      public void write(PieceKey key, BytesWritable text) throws IOException {
        PieceFile file = files.get(key.section());
        if (file == null) {
          Path path = new Path(directory, Pieces.name(key.section(), key.bucket()));
          file = new PieceFile(Pieces.create(path, task.getConfiguration()), compressed);
          files.put(key.section(), file);
        }
        file.write(key.bucket(), text.getBytes(), text.getLength());
      }

      @Override
      public void close(TaskAttemptContext context) throws IOException {
        for (PieceFile file : files.values()) {
          file.close();
        }
      }
    };
  }
}
