// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import org.apache.hadoop.io.VLongWritable;
import org.apache.hadoop.mapreduce.Partitioner;
import org.ngramjob.ngram.WordHash;

/** Gives each reducer a contiguous range of logical partitions; with more than 64 some get none. */
final class WordPartitioner extends Partitioner<WordKey, VLongWritable> {
  @Override
  public int getPartition(WordKey key, VLongWritable count, int reducers) {
    return (int) ((long) key.partition() * reducers / WordHash.PARTITIONS);
  }
}
