// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.exchange.NgramInput;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.prune.PrunedTables;
import org.ngramjob.store.BucketBytes;
import org.ngramjob.trie.BucketRanges;

/** Requests in, sorted by bucket, order and context; out tables of what stays. */
public final class EntropyReducer
    extends Reducer<NgramKey, BytesWritable, IntWritable, ModelTable> {
  private final ModelTable output = new ModelTable();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> write(context));
  }

  private void write(Context context) throws IOException, InterruptedException {
    Configuration configuration = context.getConfiguration();
    EntropyTask task = new EntropyTask(configuration);
    PrunedTables pruned = new PrunedTables(task.order(), task.idLimit());
    ReceivedRequests requests = new ReceivedRequests(task.order(), new NgramInput(context));
    BucketRanges ranges = NgramPartitioner.ranges(configuration);
    int partition = context.getTaskAttemptID().getTaskID().getId();
    int end = ranges.end(partition);
    EntropySettings settings = EntropySettings.readFrom(configuration);
    try (BucketBytes counts = new BucketBytes(settings.shards(), configuration)) {
      for (int b = ranges.first(partition); b < end; b++) {
        requests.read(b);
        // One more than there are: the upper nodes come last.
        boolean upper = b == ranges.buckets() - 1;
        pruned.begin(upper);
        if (upper) {
          task.walkUpper(requests, pruned);
        } else {
          byte[] bytes = counts.read(b);
          task.walk(b, bytes, bytes.length, requests, pruned);
        }
        context.write(new IntWritable(upper ? TableOutputFormat.UPPER : b), output.set(pruned));
        context.progress();
      }
    }
  }
}
