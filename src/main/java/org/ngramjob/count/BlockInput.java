// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.ReduceContext;
import org.ngramjob.trie.BlockSource;

/** The sorted records of a reducer or combiner as one sequence of blocks. */
public final class BlockInput implements BlockSource {
  private final ReduceContext<ContextKey, BytesWritable, ?, ?> context;
  private Iterator<BytesWritable> values = Collections.emptyIterator();
  private BytesWritable block;

  public BlockInput(ReduceContext<ContextKey, BytesWritable, ?, ?> context) {
    this.context = context;
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (!values.hasNext()) {
        if (!context.nextKey()) {
          return false;
        }
        values = context.getValues().iterator();
      }
      block = values.next();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading blocks");
    }
  }

  @Override
  public int[] context() {
    return key().context();
  }

  @Override
  public int depth() {
    return key().depth();
  }

  @Override
  public byte[] bytes() {
    return block.getBytes();
  }

  @Override
  public int length() {
    return block.getLength();
  }

  private ContextKey key() {
    try {
      return context.getCurrentKey();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("the current key is in memory", e);
    }
  }
}
