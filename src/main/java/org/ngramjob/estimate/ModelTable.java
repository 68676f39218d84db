// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.ngramjob.model.ModelShardWriter;
import org.ngramjob.prune.PrunedTables;
import org.ngramjob.trie.ByteWriter;

/** One shard of the tables as bytes, and how many n-grams of each order it keeps. */
final class ModelTable implements Writable {
  private final ByteWriter bytes = new ByteWriter(1 << 16);
  private long[] ngrams = {};

  ModelTable set(ModelShardWriter shard) {
    bytes.clear();
    shard.writeTo(bytes);
    ngrams = shard.ngrams();
    return this;
  }

  ModelTable set(PrunedTables shard) {
    bytes.clear();
    shard.writeTo(bytes);
    ngrams = shard.ngrams();
    return this;
  }

  ByteWriter bytes() {
    return bytes;
  }

  long[] ngrams() {
    return ngrams;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(ngrams.length);
    for (long count : ngrams) {
      out.writeLong(count);
    }
    out.writeInt(bytes.length());
    out.write(bytes.bytes(), 0, bytes.length());
  }

  @Override
  public void readFields(DataInput in) throws IOException {
    ngrams = new long[in.readInt()];
    for (int i = 0; i < ngrams.length; i++) {
      ngrams[i] = in.readLong();
    }
    byte[] content = new byte[in.readInt()];
    in.readFully(content);
    bytes.clear();
    bytes.write(content, 0, content.length);
  }
}
