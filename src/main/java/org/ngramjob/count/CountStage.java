// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.LineInputFormat;
import org.ngramjob.corpus.SkippedText;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.VocabularyFiles;

/**
 * Text and a vocabulary in; out a directory of counts: per bucket a trie of reversed contexts with
 * the raw and adjusted counts of all orders, the upper nodes, and the counts of counts.
 *
 * <p>Fails as the vocabulary does where the text is none: it may be another one than the vocabulary
 * was made of.
 */
public final class CountStage implements Stage {
  private final TextSource text;
  private final Path vocabulary;
  private final CountSettings settings;
  private final Path output;

  public CountStage(TextSource text, Path vocabulary, CountSettings settings, Path output) {
    this.text = text;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.output = output;
  }

  @Override
  public String name() {
    return "count";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    List<Path> all = new ArrayList<>(sources());
    all.add(vocabulary);
    return all;
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
    ShardAssembly shards = new ShardAssembly(run, vocabulary, settings);
    Job job = run.newJob(name());
    text.writeTo(job.getConfiguration());
    job.setInputFormatClass(LineInputFormat.class);
    job.setMapperClass(CountMapper.class);
    shards.prepare(job, text.inputs().bytes());
    Counters counters = run.runJob(job);
    text.check(counters);
    shards.complete();
    CountDirectory counts = new CountDirectory(run.directory(), run.configuration());
    new VocabularyFiles(vocabulary, run.configuration())
        .copyTo(counts.vocabulary(), run.configuration());
    long tokens = counters.findCounter(LineCounter.TOKENS).getValue();
    run.report("tokens", tokens);
    run.report("shuffled_bytes", counters.findCounter(TaskCounter.REDUCE_SHUFFLE_BYTES).getValue());
    SkippedText.report(run, counters);
  }
}
