// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.ngramjob.pipeline.StageRun;
import org.ngramjob.pipeline.TaskFiles;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.UpperNodes;

/**
 * What a task over buckets of counts reads beside them.
 *
 * @param order length of the longest n-grams
 * @param buckets how contexts are cut
 * @param upper the nodes above the buckets
 */
public record CountTaskFiles(int order, BucketTable buckets, UpperNodes upper) {
  private static final String BUCKETS = "buckets.";
  private static final String UPPER = "upper.";
  private static final String ORDER = "ngramjob.store.order";

  /** Has a job read the buckets of a directory of counts, and ships what its tasks need. */
  public static void ship(StageRun run, Job job, CountDirectory counts, int order)
      throws IOException {
    ship(run, job, List.of(counts), order);
  }

  /** The same for several directories of counts of one order; a task reads of one only. */
  public static void ship(StageRun run, Job job, List<CountDirectory> counts, int order)
      throws IOException {
    BucketInputFormat.setInputs(job, counts.stream().map(CountDirectory::shards).toList());
    job.getConfiguration().setInt(ORDER, order);
    for (int i = 0; i < counts.size(); i++) {
      run.ship(job, BUCKETS + i, counts.get(i).buckets());
      run.ship(job, UPPER + i, counts.get(i).upper());
    }
  }

  /** The length of the longest n-grams that a job has shipped counts of. */
  public static int order(Configuration configuration) {
    return configuration.getInt(ORDER, 0);
  }

  /** Opens in a task what {@link #ship} has shipped for the directory that it reads. */
  public static CountTaskFiles open(Configuration configuration) throws IOException {
    int source = BucketInputFormat.source(configuration);
    Path buckets = TaskFiles.local(configuration, BUCKETS + source);
    Path upper = TaskFiles.local(configuration, UPPER + source);
    return new CountTaskFiles(
        order(configuration),
        BucketTable.fromBytes(Files.readAllBytes(buckets), buckets.toString()),
        CountDirectory.upperNodes(Files.readAllBytes(upper), upper.toString()));
  }
}
