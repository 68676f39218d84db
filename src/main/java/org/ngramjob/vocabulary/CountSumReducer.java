// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Reducer;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.pipeline.TaskFailures;

/**
 * Sums the counts of the words of a partition; combiner and reducer alike. A block that is alone is
 * passed on as it is. Memory: one logical partition.
 */
final class CountSumReducer
    extends Reducer<IntWritable, BytesWritable, IntWritable, BytesWritable> {
  private final WordCounts words = new WordCounts();

  @Override
  public void run(Context context) throws IOException, InterruptedException {
    TaskFailures.carry(context, () -> super.run(context));
  }

  @Override
  protected void reduce(IntWritable partition, Iterable<BytesWritable> blocks, Context context)
      throws IOException, InterruptedException {
    Iterator<BytesWritable> all = blocks.iterator();
    BytesWritable block = all.next();
    if (!all.hasNext()) {
      context.write(partition, block);
      return;
    }
    add(block);
    while (all.hasNext()) {
      add(all.next());
    }
    WordBlocks sums = WordBlocks.of(context);
    words.drain((utf8, from, to, count) -> sums.add(partition.get(), utf8, from, to, count));
    sums.flush();
  }

  private void add(BytesWritable block) throws IOException, InterruptedException {
    WordBlock.read(
        block.getBytes(),
        block.getLength(),
        (utf8, from, to, count) -> words.add(WordHash.of(utf8, from, to), utf8, from, to, count));
  }
}
