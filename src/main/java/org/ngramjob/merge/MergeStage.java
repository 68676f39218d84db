// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.ShardAssembly;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.vocabulary.VocabularySettings;
import org.ngramjob.vocabulary.VocabularySum;

/**
 * Directories of counts in; out one directory of counts, its vocabulary included: of all texts
 * together, or of what is left of a text when others are taken away. To the byte what the stages
 * {@code vocabulary} and {@code count} make of that text.
 *
 * <p>Fails with exit code 3 if what is taken away is not there.
 */
public final class MergeStage implements Stage {
  private final Parts parts;
  private final VocabularySettings limits;
  private final Path output;

  /**
   * A merge, or a subtraction if parts are taken away.
   *
   * @param limits which words are kept of all; none are left out where parts are taken away
   */
  public MergeStage(Parts parts, VocabularySettings limits, Path output) {
    this.parts = parts;
    this.limits = limits;
    this.output = output;
  }

  @Override
  public String name() {
    return parts.terms().isSubtraction() ? "subtract" : "merge";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    return parts.all();
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    SortedMap<String, String> all = new TreeMap<>(limits.toMap());
    all.put("order", Integer.toString(parts.order().n()));
    return all;
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Configuration configuration = run.configuration();
    List<CountDirectory> directories = parts.directories(configuration);
    Path vocabulary = new CountDirectory(run.directory(), configuration).vocabulary();
    makeVocabulary(directories, run, vocabulary);
    ShardAssembly shards =
        new ShardAssembly(run, vocabulary, CountSettings.of(parts.order(), configuration));
    Job job = run.newJob(name());
    parts.terms().writeTo(job.getConfiguration());
    job.setMapperClass(ShardMapper.class);
    shards.prepare(job, parts.bytes(configuration));
    if (parts.terms().isSubtraction()) {
      job.setReducerClass(SubtractReducer.class);
    }
    CountTaskFiles.ship(run, job, directories, parts.order().n());
    PartVocabularies.ship(run, job, directories);
    Counters counters = run.runJob(job);
    shards.complete();
    run.report("shuffled_bytes", counters.findCounter(TaskCounter.REDUCE_SHUFFLE_BYTES).getValue());
  }

  private void makeVocabulary(List<CountDirectory> directories, StageRun run, Path vocabulary)
      throws IOException, InterruptedException {
    List<Path> words = directories.stream().map(CountDirectory::vocabulary).toList();
    int added = parts.terms().added();
    VocabularyHeader made =
        new VocabularySum(words.subList(0, added), words.subList(added, words.size()), limits)
            .make(run, vocabulary);
    if (parts.terms().isSubtraction()) {
      VocabularyHeader whole = VocabularyReader.header(words.get(0), run.configuration());
      FollowerCode.refuseTooMany(made.words() + whole.words());
    }
  }
}
