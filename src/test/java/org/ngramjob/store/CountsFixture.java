// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ngramjob.trie.BucketRangeWriter;
import org.ngramjob.trie.BucketTable;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.CountShardWriter;
import org.ngramjob.trie.CountStatistics;
import org.ngramjob.trie.Stripe;

/** A directory of counts in two part files, of two buckets and of one. */
final class CountsFixture {
  static final BucketTable BUCKETS =
      BucketTable.of(List.of(new int[0], new int[] {4}, new int[] {9}));

  private CountsFixture() {}

  /** Bigrams of the words 3 … 11, each followed by {@code </s>}. */
  static Path write(Path directory) throws IOException {
    Path shards = Files.createDirectories(directory.resolve(CountDirectory.SHARDS));
    writeShard(shards.resolve("part-r-00000"), 0, 2, new int[] {3, 4, 5, 8});
    writeShard(shards.resolve("part-r-00001"), 2, 3, new int[] {9, 11});
    Files.writeString(shards.resolve("_SUCCESS"), "");
    Files.write(directory.resolve(BucketTable.FILE), BUCKETS.toBytes());
    Files.writeString(
        directory.resolve(CountHeader.FILE), CountHeader.of(new CountStatistics(2), 3).toJson());
    return directory;
  }

  private static void writeShard(Path file, int from, int to, int[] contexts) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      BucketRangeWriter range =
          new BucketRangeWriter(BUCKETS, from, to, new CountShardWriter(2, BUCKETS, out));
      Stripe stripe = new Stripe(2);
      for (int id : contexts) {
        stripe.begin(new int[] {id}, 1);
        stripe.add(2, id);
        range.stripe(stripe);
      }
      range.finish();
    }
  }

  static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }
}
