// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.count.BlockInput;
import org.ngramjob.count.ContextKey;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.SortedStripes;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.pipeline.TaskFailures;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.store.VocabularyReader;
import org.ngramjob.trie.BlockMerger;

/**
 * Blocks of the whole and of what is taken away in; out every context of what is left, in order.
 */
final class SubtractReducer
    extends Reducer<ContextKey, BytesWritable, NullWritable, SortedStripes> {
  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> subtract(context));
  }

  private static void subtract(Context context) throws IOException, InterruptedException {
    Configuration configuration = context.getConfiguration();
    int order = CountSettings.readFrom(configuration).order().n();
    List<Path> counts = BucketInputFormat.directories(configuration);
    MappedVocabulary target = VocabularyReader.inTask(configuration);
    Shortfall shortfall =
        new Shortfall(
            counts.get(0),
            counts.subList(1, counts.size()),
            target,
            PartVocabularies.open(configuration, 0));
    context.write(
        NullWritable.get(),
        sink ->
            new BlockMerger(order)
                .merge(
                    new BlockInput(context),
                    new Subtraction(order, target.size(), sink, shortfall)));
  }
}
