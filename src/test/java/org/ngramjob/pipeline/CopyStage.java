// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.failure.Failure;

/** A stage for tests: a map-only job that copies lines; certain lines make its task fail. */
final class CopyStage implements Stage {
  static final String FAILURE_LINE = "bad input, please";
  static final String EXCEPTION_LINE = "break, please";
  static final String SLEEP_LINE = "sleep, please";

  final AtomicInteger runs = new AtomicInteger();
  final List<Job> jobs = new ArrayList<>();
  private final String name;
  private final List<Path> inputs = new ArrayList<>();
  private final Path output;
  private final SortedMap<String, String> settings = new TreeMap<>();
  private Runnable afterJob = () -> {};

  CopyStage(String name, Path input, Path output) {
    this.name = name;
    inputs.add(input);
    this.output = output;
  }

  CopyStage with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  CopyStage alsoReading(Path input) {
    inputs.add(input);
    return this;
  }

  CopyStage afterJob(Runnable action) {
    afterJob = action;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    return inputs;
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return settings;
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    runs.incrementAndGet();
    Job job = run.newJob(name);
    jobs.add(job);
    job.setMapperClass(Copy.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(Text.class);
    for (Path input : inputs) {
      FileInputFormat.addInputPath(job, input);
    }
    FileOutputFormat.setOutputPath(job, run.directory());
    Counters counters = run.runJob(job);
    run.report("lines", counters.findCounter(TaskCounter.MAP_INPUT_RECORDS).getValue());
    afterJob.run();
  }

  static final class Copy extends Mapper<LongWritable, Text, Text, Text> {
    private final Text empty = new Text();

    @Override
    public void run(Context context) throws IOException, InterruptedException {
      TaskFailures.carry(context, () -> super.run(context));
    }

    @Override
    protected void map(LongWritable key, Text line, Context context)
        throws IOException, InterruptedException {
      switch (line.toString()) {
        case FAILURE_LINE -> throw Failure.badInput("line at " + key + " is bad");
        case EXCEPTION_LINE -> throw new IOException("disk of the task is full");
        case SLEEP_LINE -> Thread.sleep(600_000);
        default -> context.write(line, empty);
      }
    }
  }
}
