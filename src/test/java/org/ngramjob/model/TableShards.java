// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.trie.BucketFile;

/** The shards of a model directory whose tables are one file. */
final class TableShards {
  private TableShards() {}

  /** By bucket. */
  static SortedMap<Integer, ModelShard> read(Path directory) throws IOException {
    byte[] part =
        Files.readAllBytes(directory.resolve(ModelDirectory.TABLES).resolve("part-m-00000"));
    byte[] trailer = Arrays.copyOfRange(part, part.length - BucketFile.TRAILER_BYTES, part.length);
    long footer = BucketFile.footerOffset(trailer, "tables", part.length);
    byte[] end = Arrays.copyOfRange(part, (int) footer, part.length);
    SortedMap<Integer, ModelShard> shards = new TreeMap<>();
    for (BucketFile.Bucket bucket : BucketFile.read(end, "tables").buckets()) {
      int from = (int) bucket.offset();
      byte[] shard = Arrays.copyOfRange(part, from, from + bucket.length());
      shards.put(bucket.number(), new ModelShard(ByteBuffer.wrap(shard)));
    }
    return shards;
  }
}
