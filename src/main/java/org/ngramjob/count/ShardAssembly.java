// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.SortBuffer;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.Shards;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.store.WholeFile;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ByteWriter;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.CountShardFooter;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.Followers;
import org.ngramjob.trie.UpperNodes;

/**
 * The half of a job that makes counts which does not ask where its stripes come from.
 *
 * <p>In: blocks of stripes, keyed by {@link ContextKey}, from any mappers. Out: a directory of
 * counts, but for its vocabulary.
 */
public final class ShardAssembly {
  /** Input that one reducer gets on a cluster unless the user says how many there are. */
  private static final long BYTES_PER_REDUCER = 512L << 20;

  private final StageRun run;
  private final Path vocabulary;
  private final CountSettings settings;
  private final CountDirectory counts;
  private final BucketTable buckets;

  /**
   * Ready to make {@link StageRun#directory()}.
   *
   * @param vocabulary the directory whose ids the stripes hold, with the table of buckets
   */
  public ShardAssembly(StageRun run, Path vocabulary, CountSettings settings) throws IOException {
    Configuration configuration = run.configuration();
    this.run = run;
    this.vocabulary = vocabulary;
    this.settings = settings;
    this.counts = new CountDirectory(run.directory(), configuration);
    this.buckets =
        VocabularyReader.buckets(vocabulary, configuration)
            .truncate(settings.order().longestContext());
  }

  /** Sets up all of a job that comes after its mappers. */
  public void prepare(Job job, long inputBytes) throws IOException {
    settings.writeTo(job.getConfiguration());
    VocabularyReader.ship(run, job, vocabulary);
    job.setMapOutputKeyClass(ContextKey.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setPartitionerClass(BucketPartitioner.class);
    job.setCombinerClass(StripeCombiner.class);
    job.setReducerClass(StripeReducer.class);
    job.setOutputKeyClass(NullWritable.class);
    job.setOutputValueClass(SortedStripes.class);
    job.setOutputFormatClass(CountOutputFormat.class);
    FileOutputFormat.setOutputPath(job, counts.shards());
    SortBuffer.enlarge(job);
    Reducers.choose(job, inputBytes, BYTES_PER_REDUCER, buckets.size());
  }

  /** After the job: adds up what the shards know in part, and writes what stands beside them. */
  public void complete() throws IOException {
    int order = settings.order().n();
    CountStatistics statistics = new CountStatistics(order);
    UpperNodes upper = new UpperNodes();
    int found = 0;
    // One by one: a footer has all words after the contexts that its shard has a part of.
    for (FileStatus part : Shards.list(counts.shards(), run.configuration())) {
      CountShardFooter shard = CountShardFooter.of(Shards.footer(part, run.configuration()));
      if (shard.order() != order) {
        throw Failure.badInput(
            "%s holds %d-grams, not %d-grams; run the job again"
                .formatted(part.getPath(), shard.order(), order));
      }
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
    Configuration configuration = run.configuration();
    WholeFile.write(counts.upper(), bytes.toByteArray(), configuration);
    WholeFile.write(counts.buckets(), buckets.toBytes(), configuration);
    CountHeader header = CountHeader.of(statistics, buckets.size());
    WholeFile.write(new Path(run.directory(), CountHeader.FILE), header.toJson(), configuration);
    for (int n = 1; n <= order; n++) {
      run.report("ngrams_" + n, statistics.ngrams(n));
    }
    reportUnknown(upper.followers(new int[0]));
  }

  /** Words that were left out on purpose, or of a text that is not the vocabulary's. */
  private void reportUnknown(Followers all) {
    // The least id comes first.
    if (all != null && all.size() > 0 && all.word(0) == SpecialWords.UNKNOWN) {
      run.report("unknown tokens", all.raw(0));
    }
  }
}
