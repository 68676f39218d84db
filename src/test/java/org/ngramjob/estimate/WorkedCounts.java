// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.CountStage;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.store.WholeFile;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.BucketTable;

/**
 * Counts of "a b c" twice and "a a b", at order 3 unless said, for Witten-Bell without discounts to
 * fit; 12 tokens, V = 5. a is id 3, b 4, c 5. Bucket 0 has what ends in {@code <s>}, 3 what ends in
 * b, 4 what ends in c; a is split, and of its buckets 1 and 2 the first has all contexts that are
 * there.
 */
final class WorkedCounts {
  static final int BUCKETS = 5;

  private static final String TEXT = "a b c\na b c\na a b\n";

  private final Path directory;
  private final int order;

  private WorkedCounts(Path directory, int order) {
    this.directory = directory;
    this.order = order;
  }

  static WorkedCounts write(Path directory) throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 3);
    chain.count(chain.write(TEXT), 3);
    BucketTable table =
        BucketTable.fromBytes(Files.readAllBytes(directory.resolve("counts/buckets")), "buckets");
    List<int[]> expected =
        List.of(new int[0], new int[] {3}, new int[] {3, 4}, new int[] {4}, new int[] {5});
    if (!table.equals(BucketTable.of(expected))) {
      throw new AssertionError("other buckets than the tests were worked out for: " + table);
    }
    return withHeader(directory, 3);
  }

  /** The same text at another order, with buckets that no text of this size would get. */
  static WorkedCounts write(Path directory, int order, BucketTable buckets) throws IOException {
    LocalChain chain = new LocalChain(directory);
    Path text = chain.write(TEXT);
    Path vocabulary = chain.makeVocabulary(text);
    WholeFile.write(
        LocalChain.hadoop(vocabulary.resolve(BucketTable.FILE)),
        buckets.toBytes(),
        chain.configuration());
    // It would tell that somebody else has written there.
    Files.delete(vocabulary.resolve("_MANIFEST.json"));
    chain.run(
        new CountStage(
            chain.source(text),
            LocalChain.hadoop(vocabulary),
            CountSettings.of(new NgramOrder(order), chain.configuration()),
            LocalChain.hadoop(chain.counts())));
    return withHeader(directory, order);
  }

  private static WorkedCounts withHeader(Path directory, int order) throws IOException {
    ModelHeader header =
        ModelHeader.of(
            5,
            SmoothingMethods.restore("witten-bell", order, new TreeMap<>()),
            CountCutoffs.NONE,
            Collections.nCopies(order, 0L));
    Files.writeString(directory.resolve("model-header"), header.toJson());
    return new WorkedCounts(directory, order);
  }

  /** What tasks of entropy pruning are shipped and told. */
  Configuration shipped(double threshold) throws IOException {
    Configuration configuration = new Configuration();
    DrivenTask.overCounts(configuration, directory.resolve("counts"), order);
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
