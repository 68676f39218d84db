// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskCounter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.LineInputFormat;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.Shards;
import org.ngramjob.trie.BucketFile;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.CountShard;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.UpperNodes;

/**
 * Text and a vocabulary in; out a directory of counts: per bucket a trie of reversed contexts with
 * the raw and adjusted counts of all orders, the upper nodes, and the counts of counts.
 */
public final class CountStage implements Stage {
  /** Text that one reducer gets on a cluster unless the user says how many there are. */
  private static final long BYTES_PER_REDUCER = 512L << 20;

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
    List<Path> all = new ArrayList<>(text.inputs().roots());
    all.add(vocabulary);
    return all;
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
    Configuration configuration = run.configuration();
    CountDirectory counts = new CountDirectory(run.directory(), configuration);
    BucketTable buckets =
        BucketTable.fromBytes(
                CountDirectory.read(new Path(vocabulary, CountDirectory.BUCKETS), configuration))
            .truncate(settings.order().longestContext());
    Job job = job(run, counts, buckets);
    Counters counters = run.runJob(job);
    complete(run, counts, buckets);
    CountDirectory.copy(vocabulary, counts.vocabulary(), configuration);
    long tokens = counters.findCounter(LineCounter.TOKENS).getValue();
    run.report("tokens", tokens);
    run.report("shuffled_bytes", counters.findCounter(TaskCounter.REDUCE_SHUFFLE_BYTES).getValue());
  }

  private Job job(StageRun run, CountDirectory counts, BucketTable buckets) throws IOException {
    Job job = run.newJob(name());
    Configuration configuration = job.getConfiguration();
    text.writeTo(configuration);
    settings.writeTo(configuration);
    run.ship(job, TaskInputs.VOCABULARY, vocabulary);
    run.ship(job, TaskInputs.BUCKETS, new Path(vocabulary, CountDirectory.BUCKETS));
    job.setInputFormatClass(LineInputFormat.class);
    job.setMapperClass(CountMapper.class);
    job.setMapOutputKeyClass(ContextKey.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setPartitionerClass(BucketPartitioner.class);
    job.setCombinerClass(StripeCombiner.class);
    job.setReducerClass(StripeReducer.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(SortedStripes.class);
    job.setOutputFormatClass(CountOutputFormat.class);
    FileOutputFormat.setOutputPath(job, counts.shards());
    Reducers.choose(job, text.inputs().bytes(), BYTES_PER_REDUCER, buckets.size());
    return job;
  }

  /** Adds up what the shards know in part, and writes what stands beside them. */
  private void complete(StageRun run, CountDirectory counts, BucketTable buckets)
      throws IOException {
    int order = settings.order().n();
    CountStatistics statistics = new CountStatistics(order);
    UpperNodes upper = new UpperNodes();
    int found = 0;
    for (BucketFile file : Shards.footers(counts.shards(), run.configuration())) {
      CountShard shard = CountShard.of(file);
      statistics.add(shard.statistics());
      upper.addAll(shard.upper());
      found += shard.buckets().size();
    }
    if (found != buckets.size()) {
      throw Failure.badInput(
          "the job wrote " + found + " of " + buckets.size() + " buckets; run it again");
    }
    upper.reportToParents();
    upper.addTo(statistics);
    ByteWriter bytes = new ByteWriter(1 << 16);
    upper.writeTo(bytes);
    write(counts.upper(), bytes.toByteArray(), run.configuration());
    write(counts.buckets(), buckets.toBytes(), run.configuration());
    CountHeader header = CountHeader.of(statistics, buckets.size());
    write(
        new Path(run.directory(), CountHeader.FILE),
        header.toJson().getBytes(StandardCharsets.UTF_8),
        run.configuration());
    for (int n = 1; n <= order; n++) {
      run.report("ngrams_" + n, statistics.ngrams(n));
    }
  }

  private static void write(Path file, byte[] bytes, Configuration configuration)
      throws IOException {
    try (OutputStream out = file.getFileSystem(configuration).create(file, false)) {
      out.write(bytes);
    }
  }
}
