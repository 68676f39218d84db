// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.BucketTable;

/**
 * Counts of "a b c" twice and "a a b" at order 3, for Witten-Bell without discounts to fit; 12
 * tokens, V = 5. a is id 3, b 4, c 5. Bucket 0 has what ends in {@code <s>}, 3 what ends in b, 4
 * what ends in c; a is split, and of its buckets 1 and 2 the first has all contexts that are there.
 */
final class WorkedCounts {
  static final int BUCKETS = 5;

  private final Path directory;

  private WorkedCounts(Path directory) {
    this.directory = directory;
  }

  static WorkedCounts write(Path directory) throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 3);
    chain.count(chain.write("a b c\na b c\na a b\n"), 3);
    BucketTable table =
        BucketTable.fromBytes(Files.readAllBytes(directory.resolve("counts/buckets")));
    List<int[]> expected =
        List.of(new int[0], new int[] {3}, new int[] {3, 4}, new int[] {4}, new int[] {5});
    if (!table.equals(BucketTable.of(expected))) {
      throw new AssertionError("other buckets than the tests were worked out for: " + table);
    }
    ModelHeader header =
        ModelHeader.of(
            5,
            SmoothingMethods.restore("witten-bell", 3, new TreeMap<>()),
            CountCutoffs.NONE,
            List.of(0L, 0L, 0L));
    Files.writeString(directory.resolve("model-header"), header.toJson());
    return new WorkedCounts(directory);
  }

  /** What tasks of entropy pruning are shipped and told. */
  Configuration shipped(double threshold) throws IOException {
    Configuration configuration = new Configuration();
    DrivenTask.overCounts(configuration, directory.resolve("counts"), 3);
    ShippedFiles.ship(configuration, EntropyTask.HEADER, directory.resolve("model-header"));
    new EntropySettings(
            new EntropyThreshold(threshold),
            12,
            LocalChain.hadoop(directory.resolve("counts/shards")))
        .writeTo(configuration);
    return configuration;
  }

  /** The bytes of each bucket. */
  Map<Integer, byte[]> buckets() throws IOException {
    return CountsOnDisk.bucketBytes(directory.resolve("counts/shards"));
  }
}
