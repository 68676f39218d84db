// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Mapper;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramMessages;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.prune.PartRequests;
import org.ngramjob.prune.Requests;
import org.ngramjob.trie.BucketTable;

/** Buckets of counts in; out requests for the n-grams that must stay for the sake of others. */
public final class EntropyMapper
    extends Mapper<IntWritable, BytesWritable, NgramKey, BytesWritable> {
  private EntropyTask task;
  private NgramMessages toBuckets;
  private NgramMessages toUpper;
  private PartRequests parts;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) throws IOException {
    task = new EntropyTask(context.getConfiguration());
    BucketTable buckets = task.buckets();
    int longest = task.order() - 1;
    int idLimit = task.idLimit();
    NgramMessages.Sink output = (key, block) -> TaskOutput.write(context, key, block);
    toBuckets = new NgramMessages(longest, idLimit, buckets, output);
    // The upper nodes are one more bucket, after all others.
    BucketTable one = BucketTable.of(List.of(new int[0]));
    toUpper = new NgramMessages(longest, idLimit, one, buckets.size(), output);
    parts =
        new PartRequests(
            buckets,
            (order, reversed, from, word) -> toBuckets.add(order, reversed, from, word, 1),
            (order, reversed, from, word) -> toUpper.add(order, reversed, from, word, 1));
  }

  @Override
  protected void map(IntWritable bucket, BytesWritable counts, Context context) throws IOException {
    task.walk(bucket.get(), counts.getBytes(), counts.getLength(), Requests.NONE, parts);
    if (bucket.get() == 0) {
      // Of one mapper, once. Contexts of one word, the only ones that BucketPlanner splits, ask for
      // nothing; split longer ones would.
      task.walkUpper(Requests.NONE, parts);
    }
  }

  @Override
  protected void cleanup(Context context) throws IOException {
    toBuckets.finish();
    toUpper.finish();
  }
}
