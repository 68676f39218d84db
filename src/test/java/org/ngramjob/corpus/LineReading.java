// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.StatusReporter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;

/** Reads through {@link LineInputFormat} as the framework would, and keeps what it gives. */
final class LineReading {
  final List<String> lines = new ArrayList<>();
  final List<Long> offsets = new ArrayList<>();
  final Counters counters = new Counters();
  int splits;
  int records;

  LineReading() {}

  static LineReading of(Configuration configuration, CorpusSettings settings)
      throws IOException, InterruptedException {
    Job job = Job.getInstance(configuration);
    settings.writeTo(job.getConfiguration());
    LineInputFormat format = new LineInputFormat();
    LineReading reading = new LineReading();
    List<InputSplit> splits = format.getSplits(job);
    reading.splits = splits.size();
    for (InputSplit split : splits) {
      TaskAttemptContext context = reading.context(job.getConfiguration());
      try (RecordReader<LongWritable, Text> reader = format.createRecordReader(split, context)) {
        reader.initialize(split, context);
        while (reader.nextKeyValue()) {
          reading.add(reader.getCurrentKey().get(), reader.getCurrentValue());
        }
      }
    }
    return reading;
  }

  private void add(long offset, Text record) {
    records++;
    long begin = offset;
    for (String line : record.toString().split("\n", -1)) {
      lines.add(line);
      offsets.add(begin);
      begin += line.getBytes(UTF_8).length + 1;
    }
  }

  long count(LineCounter counter) {
    return counters.findCounter(counter).getValue();
  }

  TaskAttemptContext context(Configuration configuration) {
    return new TaskAttemptContextImpl(configuration, new TaskAttemptID(), new Reporter());
  }

  private final class Reporter extends StatusReporter {
    @Override
    public Counter getCounter(Enum<?> name) {
      return counters.findCounter(name);
    }

    @Override
    public Counter getCounter(String group, String name) {
      return counters.findCounter(group, name);
    }

    @Override
    public void progress() {}

    @Override
    public float getProgress() {
      return 0;
    }

    @Override
    public void setStatus(String status) {}
  }
}
