// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.pipeline.TaskFailures;

/** Takes counts of the words of a partition from others. Memory: one logical partition. */
final class CountDifferenceReducer
    extends Reducer<IntWritable, BytesWritable, IntWritable, BytesWritable> {
  private WordDifference difference;

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void setup(Context context) {
    Configuration configuration = context.getConfiguration();
    difference =
        new WordDifference(
            VocabularySum.holders(VocabularyPartFormat.added(configuration)),
            VocabularySum.holders(VocabularyPartFormat.taken(configuration)));
  }

  @Override
  protected void reduce(IntWritable key, Iterable<BytesWritable> blocks, Context context)
      throws IOException, InterruptedException {
    for (BytesWritable block : blocks) {
      WordBlock.read(block.getBytes(), block.getLength(), difference::add);
    }
    WordBlocks rest = WordBlocks.of(context);
    difference.drain((utf8, from, to, count) -> rest.add(key.get(), utf8, from, to, count));
    rest.flush();
  }
}
