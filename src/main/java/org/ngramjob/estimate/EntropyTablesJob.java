// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.pipeline.Reducers;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.Shards;
import org.ngramjob.store.WholeFile;

/**
 * Makes tables of logarithms without the n-grams that entropy pruning leaves out. One job: the
 * mappers find what costs too much and ask other buckets for its parts, the reducers find it again,
 * keep what they were asked for, and write.
 */
final class EntropyTablesJob {
  /** Counts that one reducer gets on a cluster unless the user says how many there are. */
  private static final long BYTES_PER_REDUCER = 256L << 20;

  private final StageRun run;
  private final CountDirectory source;
  private final long tokens;

  /**
   * Ready to write.
   *
   * @param tokens of the text that was counted, ends of sentences included
   */
  EntropyTablesJob(StageRun run, CountDirectory source, long tokens) {
    this.run = run;
    this.source = source;
    this.tokens = tokens;
  }

  /**
   * Writes tables and upper nodes; gives the n-grams kept of each order, order 1 first.
   *
   * @param whole the model, its method fitted, before any n-gram goes
   */
  List<Long> write(ModelHeader whole, EntropyThreshold threshold)
      throws IOException, InterruptedException {
    Configuration configuration = run.configuration();
    Path tables = new Path(run.directory(), ModelDirectory.TABLES);
    run.runJob(job(whole, threshold, tables));
    FileSystem fileSystem = tables.getFileSystem(configuration);
    Path made = new Path(tables, TableOutputFormat.UPPER_FILE);
    if (!fileSystem.rename(made, new Path(run.directory(), ModelDirectory.UPPER))) {
      throw new IOException("cannot move " + made);
    }
    return TableOutputFormat.ngrams(tables, new long[whole.order()], configuration);
  }

  private Job job(ModelHeader whole, EntropyThreshold threshold, Path tables) throws IOException {
    Job job = run.newJob("entropy");
    Configuration configuration = job.getConfiguration();
    CountTaskFiles.ship(run, job, source, whole.order());
    Path header = new Path(run.temporary(), EntropyTask.HEADER);
    WholeFile.write(header, whole.toJson(), configuration);
    run.ship(job, EntropyTask.HEADER, header);
    new EntropySettings(threshold, tokens, source.shards()).writeTo(configuration);
    new EstimateSettings.TaskSettings(whole.smoothing().counts(), whole.thresholds())
        .writeTo(configuration);
    job.setMapperClass(EntropyMapper.class);
    job.setMapOutputKeyClass(NgramKey.class);
    job.setMapOutputValueClass(BytesWritable.class);
    job.setReducerClass(EntropyReducer.class);
    job.setOutputKeyClass(IntWritable.class);
    job.setOutputValueClass(ModelTable.class);
    job.setOutputFormatClass(TableOutputFormat.class);
    FileOutputFormat.setOutputPath(job, tables);
    int buckets = source.readBuckets().size();
    // One place more than there are: the upper nodes come last.
    long[] bytes =
        Arrays.copyOf(Shards.bytesOfBuckets(source.shards(), buckets, configuration), buckets + 1);
    bytes[buckets] =
        source.upper().getFileSystem(configuration).getFileStatus(source.upper()).getLen();
    Reducers.choose(job, Arrays.stream(bytes).sum(), BYTES_PER_REDUCER, buckets + 1);
    NgramPartitioner.use(job, bytes);
    return job;
  }
}
