// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.ngramjob.corpus.BadLineLimit;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.LineInputFormat;
import org.ngramjob.corpus.SkippedText;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;

/**
 * Text and a model directory in; out the score of each file of the text, read with {@link
 * FileScores}. The text is cut into words by the model's own segmenter.
 *
 * <p>Fails with exit code 3 if that segmenter cannot be had, with 5 if too many lines are no text.
 */
public final class PerplexityStage implements Stage {
  static final String SCORES = "scores";

  private final CorpusSettings corpus;
  private final Inputs inputs;
  private final Path model;
  private final Path output;

  /**
   * The perplexity of some text.
   *
   * @param inputs the files that {@code corpus} names, found already
   */
  public PerplexityStage(CorpusSettings corpus, Inputs inputs, Path model, Path output) {
    this.corpus = corpus;
    this.inputs = inputs;
    this.model = model;
    this.output = output;
  }

  @Override
  public String name() {
    return "perplexity";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    List<Path> all = new ArrayList<>(sources());
    all.add(model);
    return all;
  }

  @Override
  public List<Path> sources() {
    return inputs.roots();
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return corpus.toMap();
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Job job = run.newJob(name());
    LineInputFormat.setInputs(job.getConfiguration(), corpus, inputs);
    run.ship(job, ScoreMapper.MODEL, model);
    job.setInputFormatClass(LineInputFormat.class);
    job.setMapperClass(ScoreMapper.class);
    job.setReducerClass(ScoreReducer.class);
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(ScoreWritable.class);
    job.setOutputFormatClass(SequenceFileOutputFormat.class);
    // A record for each file and split; more reducers would find nothing to do.
    job.setNumReduceTasks(1);
    FileOutputFormat.setOutputPath(job, new Path(run.directory(), SCORES));
    Counters counters = run.runJob(job);
    BadLineLimit.check(corpus, counters);
    run.report("lines", counters.findCounter(LineCounter.LINES).getValue());
    SkippedText.report(run, counters);
  }
}
