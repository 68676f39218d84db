// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.io.IOException;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.ngramjob.ngram.WordHash;
import org.ngramjob.trie.ByteWriter;

/**
 * Deals counted words out to a {@link WordBlock} for each logical partition, and emits these: the
 * key is the partition's number, {@link #SENTENCES} for the one that holds only a number of
 * sentences, as the count of an empty word.
 */
final class WordBlocks {
  /** The key after those of all partitions. */
  static final int SENTENCES = WordHash.PARTITIONS;

  /** A block is emitted early only where a mapper's counter is very large. */
  private static final int LARGEST_BLOCK = 1 << 20;

  /** Takes a block, whose array is used again. */
  @FunctionalInterface
  interface Sink {
    void block(int partition, byte[] bytes, int length) throws IOException, InterruptedException;
  }

  private final Sink sink;
  private final ByteWriter[] blocks = new ByteWriter[WordHash.PARTITIONS + 1];

  WordBlocks(Sink sink) {
    this.sink = sink;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new ByteWriter(64);
    }
  }

  /** Blocks that a task emits. */
  static WordBlocks of(TaskInputOutputContext<?, ?, IntWritable, BytesWritable> context) {
    IntWritable key = new IntWritable();
    return new WordBlocks(
        (partition, bytes, length) -> {
          key.set(partition);
          context.write(key, new BytesWritable(bytes, length));
        });
  }

  /** A word of any partition. */
  void word(byte[] utf8, int from, int to, long count) throws IOException, InterruptedException {
    add(WordHash.partition(WordHash.of(utf8, from, to)), utf8, from, to, count);
  }

  void sentences(long number) throws IOException, InterruptedException {
    add(SENTENCES, new byte[0], 0, 0, number);
  }

  void add(int partition, byte[] utf8, int from, int to, long count)
      throws IOException, InterruptedException {
    ByteWriter block = blocks[partition];
    if (block.length() >= LARGEST_BLOCK) {
      emit(partition);
    }
    WordBlock.append(block, utf8, from, to, count);
  }

  /** Emits what was added; call it after the last word. */
  void flush() throws IOException, InterruptedException {
    for (int partition = 0; partition < blocks.length; partition++) {
      if (blocks[partition].length() > 0) {
        emit(partition);
      }
    }
  }

  private void emit(int partition) throws IOException, InterruptedException {
    ByteWriter block = blocks[partition];
    sink.block(partition, block.bytes(), block.length());
    block.clear();
  }
}
