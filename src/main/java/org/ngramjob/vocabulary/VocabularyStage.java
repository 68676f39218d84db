// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.corpus.LineInputFormat;
import org.ngramjob.corpus.SkippedText;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.segment.RecordedSegmenter;

/**
 * In: text, in any order and cut into any splits. Out: a vocabulary's directory, see the package.
 * Words have ids by falling count class; no word is missing but those below the limits asked for.
 *
 * <p>Fails with exit code 3 if the text holds no word and must have some, with 5 if too many lines
 * are no text.
 */
public final class VocabularyStage implements Stage {
  /** Text for which one reducer is enough: at its end stand some million words. */
  private static final long BYTES_PER_REDUCER = 8L << 30;

  private final TextSource text;
  private final VocabularySettings settings;
  private final Path output;

  public VocabularyStage(TextSource text, VocabularySettings settings, Path output) {
    this.text = text;
    this.settings = settings;
    this.output = output;
  }

  @Override
  public String name() {
    return "vocabulary";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<Path> inputs() {
    return sources();
  }

  @Override
  public List<Path> sources() {
    return text.inputs().roots();
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    SortedMap<String, String> all = text.settings();
    all.putAll(settings.toMap());
    return all;
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Job job = run.newJob(name());
    configure(job, run.directory());
    if (text.userDictionary().isPresent()) {
      run.ship(job, RecordedSegmenter.USER_DICTIONARY, text.userDictionary().get());
    }
    LexiconFile.ship(settings.wordList(), job, run);
    Counters counters = run.runJob(job);
    text.check(counters);
    TextOrigin origin = TextOrigin.of(text, counters, run.configuration());
    new VocabularyCompletion(origin, settings, run).complete(run.directory());
    SkippedText.report(run, counters);
  }

  private void configure(Job job, Path directory) {
    Configuration configuration = job.getConfiguration();
    text.writeTo(configuration);
    settings.writeTo(configuration);
    job.setInputFormatClass(LineInputFormat.class);
    job.setMapperClass(VocabularyMapper.class);
    job.setMapOutputKeyClass(IntWritable.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setPartitionerClass(WordPartitioner.class);
    job.setCombinerClass(CountSumReducer.class);
    job.setReducerClass(CountSumReducer.class);
    Reducers.choose(job, text.inputs().bytes(), BYTES_PER_REDUCER, WordHash.PARTITIONS);
    job.setOutputFormatClass(VocabularyOutputFormat.class);
    job.setOutputKeyClass(IntWritable.class);
    job.setOutputValueClass(BytesWritable.class);
    FileOutputFormat.setOutputPath(job, directory);
  }
}
