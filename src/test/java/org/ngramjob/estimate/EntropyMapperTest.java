// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.SentBlocks;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.trie.BucketTable;

/** A threshold of 1e-300 leaves all n-grams of {@link WorkedCounts}, one of 0.99 only words. */
class EntropyMapperTest {
  @TempDir private static Path directory;
  private static WorkedCounts counts;

  private final MapDriver<IntWritable, BytesWritable, NgramKey, BytesWritable> driver =
      MapDriver.newMapDriver(new EntropyMapper());

  @BeforeAll
  static void write() throws IOException {
    counts = WorkedCounts.write(directory);
  }

  private List<String> run(double threshold, int... buckets) throws IOException {
    return run(counts, threshold, buckets);
  }

  private List<String> run(WorkedCounts counts, double threshold, int... buckets)
      throws IOException {
    for (int bucket : buckets) {
      driver.withInput(new IntWritable(bucket), new BytesWritable(counts.buckets().get(bucket)));
    }
    DrivenTask.configured(driver.getContext(), counts.shipped(threshold));
    return SentBlocks.ngrams(driver.run());
  }

  /**
   * "s a b" needs "s a", of the bucket of s; "b c /s" needs "b c", of the bucket of b. "a a b"
   * needs "a a" and "a b c" needs "a b": what follows a stands among the upper nodes, which are
   * sent their requests as one bucket more.
   */
  @Test
  void whatStaysAsksForItsParts() throws IOException {
    assertThat(run(1e-300, 0, 1, 2, 3, 4))
        .containsExactly(
            "bucket 0: 3 after [1]",
            "bucket 3: 5 after [4]",
            "bucket 5: 3 after [3]",
            "bucket 5: 4 after [3]");
  }

  @Test
  void aBucketAsksForWhatItKeepsItself() throws IOException {
    assertThat(run(1e-300, 4)).containsExactly("bucket 3: 5 after [4]");
  }

  /**
   * After "a b" follow c and /s, in its list among the upper nodes: "a b c" and "a b /s" need "a
   * b". The contexts of bucket 0 itself end in s or a: "s a a b" needs "s a a" and "s a".
   */
  @Test
  void whatStaysAmongTheUpperNodesAsksForItsParts() throws IOException {
    WorkedCounts deep =
        WorkedCounts.write(
            directory.resolve("deep"),
            4,
            BucketTable.of(List.of(new int[0], new int[] {4}, new int[] {4, 3, 3}, new int[] {5})));
    assertThat(run(deep, 1e-300, 0))
        .containsExactlyInAnyOrder(
            "bucket 0: 3 after [1]", "bucket 0: 3 after [3, 1]", "bucket 0: 4 after [3]");
  }

  @Test
  void whatGoesAsksForNothing() throws IOException {
    assertThat(run(0.99, 0, 1, 2, 3, 4)).isEmpty();
  }

  @Test
  void noBucketAsksForNothing() throws Exception {
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(run(1e-300, 1)).isEmpty();
  }

  @Test
  void aBucketThatIsCutIsAFailure() throws IOException {
    driver.withInput(new IntWritable(3), new BytesWritable(counts.buckets().get(3), 2));
    DrivenTask.configured(driver.getContext(), counts.shipped(1e-300));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("corrupt counts: ");
  }
}
