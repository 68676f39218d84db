// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;

/**
 * The lines of a split, one file part after the other. Over-long lines are counted and left out.
 *
 * <p>Files are opened when the first line is asked for, inside the task's {@code run}: what is
 * wrong with them can then be carried to the driver.
 */
final class LineRecordReader extends RecordReader<LongWritable, Text> {
  private final LongWritable key = new LongWritable();
  private final Text value = new Text();
  private CombineFileSplit split;
  private Configuration configuration;
  private int maxLineBytes;
  private Counter lines;
  private Counter bytes;
  private Counter overlongLines;
  private int opened;
  private long finishedBytes;
  private FilePart part;

  @Override
  public void initialize(InputSplit inputSplit, TaskAttemptContext context) {
    split = (CombineFileSplit) inputSplit;
    configuration = context.getConfiguration();
    maxLineBytes = CorpusSettings.readFrom(configuration).maxLineBytes();
    lines = context.getCounter(LineCounter.LINES);
    bytes = context.getCounter(LineCounter.BYTES);
    overlongLines = context.getCounter(LineCounter.OVERLONG_LINES);
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    while (part != null || openNext()) {
      while (part.next(value)) {
        if (!part.scanner().isOverlong()) {
          key.set(part.scanner().lineStart());
          return true;
        }
        lines.increment(1);
        overlongLines.increment(1);
        bytes.increment(part.scanner().lineBytes());
      }
      closePart();
    }
    return false;
  }

  private boolean openNext() throws IOException {
    if (opened == split.getNumPaths()) {
      return false;
    }
    CurrentFile.set(configuration, split.getPath(opened));
    part =
        FilePart.open(
            split.getPath(opened),
            split.getOffset(opened),
            split.getLength(opened),
            maxLineBytes,
            configuration);
    opened++;
    return true;
  }

  private void closePart() throws IOException {
    finishedBytes += split.getLength(opened - 1);
    FilePart done = part;
    part = null;
    done.close();
  }

  @Override
  public LongWritable getCurrentKey() {
    return key;
  }

  @Override
  public Text getCurrentValue() {
    return value;
  }

  @Override
  public float getProgress() throws IOException {
    if (split.getLength() == 0) {
      return 1;
    }
    double current = part == null ? 0 : part.progress() * split.getLength(opened - 1);
    return (float) ((finishedBytes + current) / split.getLength());
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
      part = null;
    }
  }
}
