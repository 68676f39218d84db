// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.model.ModelShardWriter;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.store.CountTaskFiles;
import org.ngramjob.trie.TrieWalk;

/** Buckets of counts in; out shards of the conditional probability tables. */
public final class TableMapper extends Mapper<IntWritable, BytesWritable, IntWritable, ModelTable> {
  private TrieWalk walk;
  private ModelShardWriter shard;
  private final ModelTable output = new ModelTable();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    EstimateSettings.TaskSettings settings = EstimateSettings.TaskSettings.readFrom(configuration);
    CountTaskFiles counts = CountTaskFiles.open(configuration);
    walk = new TrieWalk(counts.order(), counts.buckets(), counts.upper());
    shard = new ModelShardWriter(counts.order(), settings.kind(), settings.pruning());
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable counts, Context context)
      throws IOException, InterruptedException {
    shard.clear();
    walk.walk(bucket.get(), counts.getBytes(), counts.getLength(), shard);
    context.write(bucket, output.set(shard));
  }
}
