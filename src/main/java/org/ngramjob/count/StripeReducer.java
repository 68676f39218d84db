// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.trie.BlockMerger;

/** Blocks of all mappers in; out every context of the reducer's buckets once, in order. */
public final class StripeReducer
    extends Reducer<ContextKey, BytesWritable, NullWritable, SortedStripes> {
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> merge(context));
  }

  private static void merge(Context context) throws IOException, InterruptedException {
    int order = CountSettings.readFrom(context.getConfiguration()).order().n();
    context.write(
        NullWritable.get(), sink -> new BlockMerger(order).merge(new BlockInput(context), sink));
  }
}
