// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.SequenceFile;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.apache.hadoop.mapreduce.lib.reduce.LongSumReducer;
import org.ngramjob.corpus.BadLineLimit;
import org.ngramjob.corpus.LineInputFormat;
import org.ngramjob.corpus.SkippedText;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.PartFiles;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.smooth.HeldOutFit;

/**
 * Reads held-out text against tables that are complete but for their method: one job looks up each
 * token once, and adds up tokens that look alike; the driver reads these into a {@link HeldOutFit},
 * which holds them in memory.
 *
 * <p>One reducer sorts them by their bytes, so the fit does not depend on splits. A million words
 * are plenty for a handful of weights; {@value #MOST_ROWS} different tokens are the limit.
 */
final class HeldOutJob {
  private static final int MOST_ROWS = 1 << 22;

  private final StageRun run;
  private final HeldOutText text;
  private final int mostRows;

  HeldOutJob(StageRun run, HeldOutText text) {
    this(run, text, MOST_ROWS);
  }

  HeldOutJob(StageRun run, HeldOutText text, int mostRows) {
    this.run = run;
    this.text = text;
    this.mostRows = mostRows;
  }

  /**
   * What the text says.
   *
   * @param model the directory with the tables
   * @throws Failure bad input, when the text is too long or has nothing to read
   */
  HeldOutFit read(Path model, int orders, long vocabularySize)
      throws IOException, InterruptedException {
    Job job = run.newJob("held-out");
    LineInputFormat.setInputs(job.getConfiguration(), text.corpus(), text.inputs());
    run.ship(job, SharesMapper.MODEL, model);
    job.setInputFormatClass(LineInputFormat.class);
    job.setMapperClass(SharesMapper.class);
    job.setCombinerClass(LongSumReducer.class);
    job.setReducerClass(LongSumReducer.class);
    job.setOutputKeyClass(BytesWritable.class);
    job.setOutputValueClass(LongWritable.class);
    job.setOutputFormatClass(SequenceFileOutputFormat.class);
    job.setNumReduceTasks(1);
    Path output = new Path(run.temporary(), "held-out");
    FileOutputFormat.setOutputPath(job, output);
    Counters counters = run.runJob(job);
    BadLineLimit.check(text.corpus(), counters);
    SkippedText.report("held_out_", run, counters);
    return read(output, new HeldOutFit(orders, vocabularySize));
  }

  private HeldOutFit read(Path output, HeldOutFit into) throws IOException {
    Configuration configuration = run.configuration();
    SharesKey shares = new SharesKey();
    BytesWritable key = new BytesWritable();
    LongWritable times = new LongWritable();
    for (FileStatus part : PartFiles.list(output.getFileSystem(configuration), output)) {
      try (SequenceFile.Reader reader =
          new SequenceFile.Reader(configuration, SequenceFile.Reader.file(part.getPath()))) {
        while (reader.next(key, times)) {
          if (into.rows() == mostRows) {
            throw Failure.badInput(
                "the held-out text %s is too long to fit weights by; give a part of it, a million words are plenty"
                    .formatted(String.join(",", text.corpus().inputs())));
          }
          shares.addTo(into, key, times.get());
        }
      }
    }
    if (into.rows() == 0) {
      throw Failure.badInput(
          "the held-out text %s has no words".formatted(String.join(",", text.corpus().inputs())));
    }
    return into;
  }
}
