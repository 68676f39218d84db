// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.model.ModelShard;
import org.ngramjob.model.ProbabilityWalk;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.trie.BucketTable;

/** Shards of the tables in; out, keyed by where they are needed, blocks of back-off weights. */
public final class WeightMapper
    extends Mapper<IntWritable, BytesWritable, WeightKey, BytesWritable> {
  private final WeightKey key = new WeightKey();
  private BucketTable buckets;
  private ProbabilityWalk walk;
  private WeightMessages messages;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    ArpaTaskFiles files = new ArpaTaskFiles(context.getConfiguration());
    buckets = files.buckets();
    walk =
        new ProbabilityWalk(
            files.smoothing(), files.header().vocabularySize(), buckets, files.upper());
    messages =
        new WeightMessages(
            files.header().order(),
            files.vocabulary().size(),
            files.backOffRule(),
            buckets,
            (order, first, depth, bytes, length) ->
                write(context, order, first, depth, new BytesWritable(bytes, length)));
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable table, Context context) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(table.getBytes(), 0, table.getLength()).slice();
    walk.walk(bucket.get(), new ModelShard(bytes), messages);
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    messages.finish();
  }

  private void write(Context context, int order, int[] first, int depth, BytesWritable block)
      throws IOException {
    try {
      context.write(key.set(buckets.bucketOf(first, 0, depth), order, first, depth), block);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while emitting back-off weights");
    }
  }
}
