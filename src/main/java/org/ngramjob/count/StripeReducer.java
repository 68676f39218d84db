// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.Stripe;

/** Blocks of all mappers in; out every context of the reducer's buckets once, in order. */
public final class StripeReducer
    extends Reducer<ContextKey, BytesWritable, NullWritable, StripeWritable> {
  private final StripeWritable output = new StripeWritable();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> merge(context));
  }

  private void merge(Context context) throws IOException {
    int order = CountSettings.readFrom(context.getConfiguration()).order().n();
    new BlockMerger(order).merge(new BlockInput(context), stripe -> write(context, stripe));
  }

  private void write(Context context, Stripe stripe) throws IOException {
    try {
      context.write(NullWritable.get(), output.set(stripe));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing counts");
    }
  }
}
