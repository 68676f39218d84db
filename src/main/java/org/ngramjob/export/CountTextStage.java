// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.ngramjob.pieces.JoinedText;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.pieces.PieceOutputFormat;
import org.ngramjob.pieces.Pieces;
import org.ngramjob.pipeline.Stage;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.store.CountDirectory;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.CountHeader;

/**
 * A directory of counts in; out a directory of text files, {@code order-N.tsv} for each order,
 * lines {@code word1 word2 … TAB count} ordered by reversed context, then word, both by id.
 */
public final class CountTextStage implements Stage {
  private final Path counts;
  private final LeastCount least;
  private final Path output;

  /** An export of the n-grams that were seen often enough. */
  public CountTextStage(Path counts, LeastCount least, Path output) {
    this.counts = counts;
    this.least = least;
    this.output = output;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Path> inputs() {
    return List.of(counts);
  }

  @Override
  public Path output() {
    return output;
  }

  @Override
  public SortedMap<String, String> settings() {
    return least.toMap();
  }

  @Override
  public void run(StageRun run) throws IOException, InterruptedException {
    Configuration configuration = run.configuration();
    CountDirectory source = new CountDirectory(counts, configuration);
    CountHeader header = source.readHeader();
    Path pieces = run.temporary();
    Job job = run.newJob(name());
    CountTaskFiles.ship(run, job, source, header.order());
    VocabularyReader.ship(run, job, source.vocabulary());
    least.writeTo(job.getConfiguration());
    job.setMapperClass(CountTextMapper.class);
    job.setNumReduceTasks(0);
    job.setOutputKeyClass(PieceKey.class);
    job.setOutputValueClass(BytesWritable.class);
    job.setOutputFormatClass(PieceOutputFormat.class);
    FileOutputFormat.setOutputPath(job, pieces);
    // Whatever the cluster's setting: nothing in the files' names would say so.
    FileOutputFormat.setCompressOutput(job, false);
    Counters counters = run.runJob(job);
    Pieces written = new Pieces(pieces, configuration);
    for (int order = 1; order <= header.order(); order++) {
      Path file = new Path(run.directory(), "order-" + order + ".tsv");
      JoinedText text = new JoinedText(written);
      text.addSection(order);
      text.writeTo(file, configuration);
      run.report("ngrams_" + order, WrittenNgrams.of(order, counters));
    }
  }
}
