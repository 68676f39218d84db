// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.ngramjob.failure.Failure;
import org.ngramjob.pipeline.PartFiles;
import org.ngramjob.trie.BucketFileFooter;

/** Files of buckets on any Hadoop file system. */
public final class Shards {
  private Shards() {}

  /** The part files of a directory by name; there is at least one. */
  public static List<FileStatus> list(Path directory, Configuration configuration)
      throws IOException {
    List<FileStatus> parts;
    try {
      parts = PartFiles.list(directory.getFileSystem(configuration), directory);
    } catch (FileNotFoundException e) {
      parts = List.of();
    }
    if (parts.isEmpty()) {
      throw Failure.badInput(directory + " holds no part files; make it again");
    }
    return parts;
  }

  /** The footer of one part file. */
  public static BucketFileFooter footer(FileStatus part, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = part.getPath().getFileSystem(configuration);
    try (FSDataInputStream in = fileSystem.open(part.getPath())) {
      long length = part.getLen();
      int end = (int) Math.min(length, BucketFileFooter.TRAILER_BYTES);
      byte[] trailer = new byte[end];
      in.readFully(length - end, trailer);
      long offset = BucketFileFooter.footerOffset(trailer, part.getPath().toString(), length);
      if (length - offset > Integer.MAX_VALUE) {
        throw Failure.badInput(part.getPath() + " is damaged: its footer is huge; make it again");
      }
      byte[] footer = new byte[(int) (length - offset)];
      in.readFully(offset, footer);
      return BucketFileFooter.read(footer, part.getPath().toString());
    }
  }

  /** What each bucket takes in the part files of a directory. */
  public static long[] bytesOfBuckets(Path directory, int buckets, Configuration configuration)
      throws IOException {
    long[] bytes = new long[buckets];
    for (FileStatus part : list(directory, configuration)) {
      for (BucketFileFooter.Bucket bucket : footer(part, configuration).buckets()) {
        if (bucket.number() >= buckets) {
          throw Failure.badInput(
              directory
                  + " holds bucket "
                  + bucket.number()
                  + " of "
                  + buckets
                  + "; make it again");
        }
        bytes[bucket.number()] = bucket.length();
      }
    }
    return bytes;
  }
}
