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
 * The lines of a split, one file part after the other, some thousand bytes of them at a time: the
 * framework's bookkeeping for a record costs as much as reading a line. Over-long lines are counted
 * and left out.
 *
 * <p>Files are opened when the first line is asked for, inside the task's {@code run}: what is
 * wrong with them can then be carried to the driver.
 */
final class LineRecordReader extends RecordReader<LongWritable, Text> {
  /** A record is complete when it has so many, or before the place of the next line is unclear. */
  private static final int ENOUGH_BYTES = 1 << 14;

  private static final byte[] LINE_END = {'\n'};

  private final LongWritable key = new LongWritable();
  private final Text value = new Text();
  private final Text line = new Text();
  private boolean empty;
  private CombineFileSplit split;
  private Configuration configuration;
  private CorpusSettings settings;
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
    settings = CorpusSettings.readFrom(configuration);
    lines = context.getCounter(LineCounter.LINES);
    bytes = context.getCounter(LineCounter.BYTES);
    overlongLines = context.getCounter(LineCounter.OVERLONG_LINES);
  }

  @Override
  public boolean nextKeyValue() throws IOException {
    value.clear();
    empty = true;
    while (part != null || openNext()) {
      if (!gather()) {
        closePart();
      }
      if (!empty) {
        return true;
      }
    }
    return false;
  }

  /** Adds lines to the record until it is complete; false if there are no more in this part. */
  private boolean gather() throws IOException {
    LineScanner scanner = part.scanner();
    do {
      if (!part.next(line)) {
        return false;
      }
      if (scanner.isOverlong()) {
        lines.increment(1);
        overlongLines.increment(1);
        bytes.increment(scanner.lineBytes());
        return true;
      }
      if (empty) {
        key.set(scanner.lineStart());
        empty = false;
      } else {
        value.append(LINE_END, 0, LINE_END.length);
      }
      value.append(line.getBytes(), 0, line.getLength());
      // Without its byte order mark a line is shorter here than in the file.
    } while (value.getLength() < ENOUGH_BYTES && line.getLength() == scanner.lineBytes());
    return true;
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
            settings,
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
