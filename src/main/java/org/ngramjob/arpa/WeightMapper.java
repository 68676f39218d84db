// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramMessages;
import org.ngramjob.model.ModelShard;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.store.BucketSplit;
import org.ngramjob.trie.BucketTable;

/** Shards of the tables in; out, keyed by where they are needed, blocks of back-off weights. */
public final class WeightMapper
    extends Mapper<IntWritable, BytesWritable, NgramKey, BytesWritable> {
  private ProbabilityWalk walk;
  private NgramMessages messages;
  private WeightMessages weights;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    ArpaTaskFiles files = new ArpaTaskFiles(context.getConfiguration());
    BucketTable buckets = files.buckets();
    walk = files.walk(buckets, ProbabilityWalk.Wanted.WEIGHTS);
    int longest = files.header().order() - 1;
    messages =
        new NgramMessages(
            longest,
            files.vocabulary().size(),
            buckets,
            (key, block) -> TaskOutput.write(context, key, block));
    weights = new WeightMessages(BackOffRule.of(files.header()), messages);
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable table, Context context) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(table.getBytes(), 0, table.getLength()).slice();
    String place = "bucket " + bucket + " of " + ((BucketSplit) context.getInputSplit()).file();
    walk.walk(bucket.get(), ModelShard.open(bytes, place), weights);
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    messages.finish();
  }
}
