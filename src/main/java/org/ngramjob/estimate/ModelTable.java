// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import org.ngramjob.model.ModelShardWriter;
import org.ngramjob.prune.PrunedTables;
import org.ngramjob.trie.ByteWriter;

/** One shard of the tables as bytes, and how many n-grams of each order it keeps. */
final class ModelTable {
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
}
