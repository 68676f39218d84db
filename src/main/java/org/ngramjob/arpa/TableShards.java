// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelShard;
import org.ngramjob.store.Shards;
import org.ngramjob.trie.BucketFile;

/** Reads single shards of a model's tables from any file system, in whatever part they lie. */
final class TableShards implements AutoCloseable {
  private record Place(Path file, BucketFile.Bucket bucket) {}

  private final Configuration configuration;
  private final Map<Integer, Place> places = new HashMap<>();
  private Path openFile;
  private FSDataInputStream in;

  TableShards(Path tables, Configuration configuration) throws IOException {
    this.configuration = configuration;
    for (FileStatus part : Shards.list(tables, configuration)) {
      for (BucketFile.Bucket bucket : Shards.footer(part, configuration).buckets()) {
        places.put(bucket.number(), new Place(part.getPath(), bucket));
      }
    }
  }

  ModelShard open(int bucket) throws IOException {
    Place place = places.get(bucket);
    if (place == null) {
      throw Failure.badInput("the tables lack bucket " + bucket + "; estimate again");
    }
    if (!place.file.equals(openFile)) {
      close();
      in = place.file.getFileSystem(configuration).open(place.file);
      openFile = place.file;
    }
    byte[] bytes = new byte[place.bucket.length()];
    in.readFully(place.bucket.offset(), bytes);
    place.bucket.check(bytes, place.file.toString());
    return new ModelShard(ByteBuffer.wrap(bytes));
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
    }
  }
}
