// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.ngram.WordHash;

/**
 * Gives each reducer a contiguous range of logical partitions, and the sentences to the first; with
 * more than 64 some get none.
 */
final class WordPartitioner extends Partitioner<IntWritable, BytesWritable> {
  @Override
  public int getPartition(IntWritable partition, BytesWritable block, int reducers) {
    return (int) ((long) (partition.get() % WordBlocks.SENTENCES) * reducers / WordHash.PARTITIONS);
  }
}
