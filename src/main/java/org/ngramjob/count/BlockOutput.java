// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import java.io.IOException;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;
import org.ngramjob.pipeline.TaskOutput;
import org.ngramjob.trie.BlockSink;

/** Emits blocks as records. */
public final class BlockOutput implements BlockSink {
  private final TaskInputOutputContext<?, ?, ContextKey, BytesWritable> context;
  private final ContextKey key = new ContextKey();

  public BlockOutput(TaskInputOutputContext<?, ?, ContextKey, BytesWritable> context) {
    this.context = context;
  }

  @Override
  public void block(int[] first, int depth, byte[] bytes, int length) throws IOException {
    key.set(first, depth);
    TaskOutput.write(context, key, new BytesWritable(bytes, length));
  }
}
