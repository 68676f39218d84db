// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelShardWriter;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.trie.ByteWriter;

/** Makes tables of counts, pruned by nothing but count: one map-only job. */
final class CountTablesJob {
  private final StageRun run;
  private final CountDirectory source;
  private final int order;

  CountTablesJob(StageRun run, CountDirectory source, int order) {
    this.run = run;
    this.source = source;
    this.order = order;
  }

  /** Writes tables and upper nodes; gives the n-grams kept of each order, order 1 first. */
  List<Long> write(CountKind kind, CountCutoffs pruning) throws IOException, InterruptedException {
    Path tables = new Path(run.directory(), ModelDirectory.TABLES);
    run.runJob(job(kind, pruning, tables));
    ModelShardWriter upper = new ModelShardWriter(order, kind, pruning);
    Path file = new Path(run.directory(), ModelDirectory.UPPER);
    upper.addUpper(source.readUpper());
    ByteWriter bytes = new ByteWriter(1 << 16);
    upper.writeTo(bytes);
    try (OutputStream out = file.getFileSystem(run.configuration()).create(file, false)) {
      bytes.writeTo(out);
    }
    return TableOutputFormat.ngrams(tables, upper.ngrams(), run.configuration());
  }

  private Job job(CountKind kind, CountCutoffs pruning, Path tables) throws IOException {
    Job job = run.newJob("");
    Configuration configuration = job.getConfiguration();
    CountTaskFiles.ship(run, job, source, order);
    new EstimateSettings.TaskSettings(kind, pruning).writeTo(configuration);
    job.setMapperClass(TableMapper.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(IntWritable.class);
    job.setOutputValueClass(ModelTable.class);
    job.setOutputFormatClass(TableOutputFormat.class);
    FileOutputFormat.setOutputPath(job, tables);
    return job;
  }
}
