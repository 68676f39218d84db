// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.apache.hadoop.io.VLongWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;

/** Sums the counts of a key; combiner and reducer alike. */
final class CountSum extends Reducer<WordKey, VLongWritable, WordKey, VLongWritable> {
  private final VLongWritable sum = new VLongWritable();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void reduce(WordKey key, Iterable<VLongWritable> counts, Context context)
      throws IOException, InterruptedException {
    long total = 0;
    for (VLongWritable count : counts) {
      total = Math.addExact(total, count.get());
    }
    sum.set(total);
    context.write(key, sum);
  }
}
