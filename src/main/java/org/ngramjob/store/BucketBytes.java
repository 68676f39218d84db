// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.trie.BucketFileFooter;

/** Reads single buckets of counts or tables from any file system, in whatever part they lie. */
public final class BucketBytes implements AutoCloseable {
  private record Place(Path file, BucketFileFooter.Bucket bucket) {}

  private final Path shards;
  private final Configuration configuration;
  private final Map<Integer, Place> places = new HashMap<>();
  private Path openFile;
  private FSDataInputStream in;

  public BucketBytes(Path shards, Configuration configuration) throws IOException {
    this.shards = shards;
    this.configuration = configuration;
    for (FileStatus part : Shards.list(shards, configuration)) {
      for (BucketFileFooter.Bucket bucket : Shards.footer(part, configuration).buckets()) {
        places.put(bucket.number(), new Place(part.getPath(), bucket));
      }
    }
  }

  /** The bytes of a bucket, checksum verified. */
  public byte[] read(int bucket) throws IOException {
    Place place = places.get(bucket);
    if (place == null) {
      throw Failure.badInput(shards + " lacks bucket " + bucket + "; make it again");
    }
    if (!place.file.equals(openFile)) {
      close();
      in = place.file.getFileSystem(configuration).open(place.file);
      openFile = place.file;
    }
    byte[] bytes = new byte[place.bucket.length()];
    in.readFully(place.bucket.offset(), bytes);
    place.bucket.check(bytes, place.file.toString());
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
      in = null;
      openFile = null;
    }
  }
}
