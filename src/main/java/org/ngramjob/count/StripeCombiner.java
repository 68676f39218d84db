// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.trie.BlockMerger;
import org.ngramjob.trie.BlockWriter;

/** Blocks of several sorted runs in; out, merged, blocks that do not overlap. */
public final class StripeCombiner
    extends Reducer<ContextKey, BytesWritable, ContextKey, BytesWritable> {
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> combine(context));
  }

  private static void combine(Context context) throws IOException {
    Configuration configuration = context.getConfiguration();
    CountSettings settings = CountSettings.readFrom(configuration);
    int order = settings.order().n();
    BlockOutput output = new BlockOutput(context);
    BlockWriter merged =
        new BlockWriter(order, TaskInputs.buckets(configuration), settings.blockBytes(), output);
    new BlockMerger(order).compact(new BlockInput(context), merged, output);
  }
}
