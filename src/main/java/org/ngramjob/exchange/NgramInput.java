// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.exchange;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.ReduceContext;
import org.ngramjob.trie.BlockSource;

/** The sorted records of a reducer, bucket by bucket and order by order. */
public final class NgramInput implements BlockSource {
  private final ReduceContext<NgramKey, BytesWritable, ?, ?> context;
  private Iterator<BytesWritable> values = Collections.emptyIterator();
  private BytesWritable block;
  private NgramKey key;
  private boolean ahead;
  private boolean atEnd;
  private int bucket;
  private int order;

  public NgramInput(ReduceContext<NgramKey, BytesWritable, ?, ?> context) {
    this.context = context;
  }

  /** From here on only the blocks of this bucket and order, which must not have been passed. */
  public NgramInput only(int newBucket, int newOrder) {
    bucket = newBucket;
    order = newOrder;
    return this;
  }

  @Override
  public boolean next() throws IOException {
    if (!ahead && !atEnd) {
      ahead = read();
    }
    if (!ahead || key.bucket() != bucket || key.order() != order) {
      return false;
    }
    ahead = false;
    return true;
  }

  /** Reads the next record; {@link #ahead} until it has been given out. */
  private boolean read() throws IOException {
    try {
      while (!values.hasNext()) {
        if (!context.nextKey()) {
          atEnd = true;
          return false;
        }
        values = context.getValues().iterator();
      }
      block = values.next();
      key = context.getCurrentKey();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading what other buckets have sent");
    }
  }

  @Override
  public int[] context() {
    return key.context();
  }

  @Override
  public int depth() {
    return key.depth();
  }

  @Override
  public byte[] bytes() {
    return block.getBytes();
  }

  @Override
  public int length() {
    return block.getLength();
  }
}
