// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import java.io.IOException;
import org.apache.hadoop.io.BytesWritable;
import org.ngramjob.trie.BlockWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.ContextValues;

/**
 * Collects values for n-grams of any bucket and emits them as sorted blocks, keyed by where they
 * are needed.
 */
public final class NgramMessages {
  /** Takes the blocks; in a task it emits them. The key and the block's bytes are used again. */
  public interface Sink {
    void write(NgramKey key, BytesWritable block) throws IOException;
  }

  private static final int BLOCK_BYTES = 32 << 10;
  private static final int CAPACITY = 4 << 20;

  private final BucketTable buckets;
  private final int firstBucket;
  private final ContextValues[] byOrder;
  private final NgramKey key = new NgramKey();
  private final Sink sink;

  /**
   * Nothing yet.
   *
   * @param longest order of n-grams that may be sent a value
   * @param idLimit ids are below it
   */
  public NgramMessages(int longest, int idLimit, BucketTable buckets, Sink sink) {
    this(longest, idLimit, buckets, 0, sink);
  }

  /**
   * The same with buckets numbered from another number than 0.
   *
   * @param firstBucket the number of the table's first bucket
   */
  public NgramMessages(int longest, int idLimit, BucketTable buckets, int firstBucket, Sink sink) {
    this.buckets = buckets;
    this.firstBucket = firstBucket;
    this.sink = sink;
    this.byOrder = new ContextValues[longest + 1];
    for (int n = 1; n <= longest; n++) {
      byOrder[n] = new ContextValues(n, idLimit);
    }
  }

  /**
   * Sends a value of at least 1 to the n-gram of this order that ends in the word; values for the
   * same n-gram are added up.
   *
   * @param reversed its context, nearest word first, begins at {@code from}
   */
  public void add(int order, int[] reversed, int from, int word, long value) throws IOException {
    byOrder[order].add(reversed, from, word, value);
    if (byOrder[order].size() >= CAPACITY) {
      drain(order);
    }
  }

  /** Emits all that is left. */
  public void finish() throws IOException {
    for (int n = 1; n < byOrder.length; n++) {
      drain(n);
    }
  }

  private void drain(int order) throws IOException {
    BlockWriter writer =
        new BlockWriter(
            order,
            buckets,
            BLOCK_BYTES,
            (context, depth, bytes, length) -> write(order, context, depth, bytes, length));
    byOrder[order].drainTo(writer);
    writer.flush();
  }

  private void write(int order, int[] first, int depth, byte[] bytes, int length)
      throws IOException {
    int bucket = firstBucket + buckets.bucketOf(first, 0, depth);
    sink.write(key.set(bucket, order, first, depth), new BytesWritable(bytes, length));
  }
}
