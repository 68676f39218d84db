// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.util.ReflectionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.trie.BucketTable;

class BucketPartitionerTest {
  @TempDir private Path directory;
  private final Configuration configuration = new Configuration();

  private BucketPartitioner partitioner(int order) throws IOException {
    BucketTable buckets =
        BucketTable.of(
            List.of(
                new int[0], new int[] {4}, new int[] {4, 7}, new int[] {4, 7, 2}, new int[] {9}));
    Files.write(directory.resolve(BucketTable.FILE), buckets.toBytes());
    ShippedFiles.ship(configuration, "vocabulary", directory);
    new CountSettings(new NgramOrder(order), 1, 1).writeTo(configuration);
    return ReflectionUtils.newInstance(BucketPartitioner.class, configuration);
  }

  private static int part(BucketPartitioner partitioner, int partitions, int... context) {
    return partitioner.getPartition(ContextKeyTest.key(context), new BytesWritable(), partitions);
  }

  /** Five buckets over five, two and one reducers: 0, 1, … 4; 0, 0, 1, 1, 1; 0. */
  @Test
  void followsTheBuckets() throws IOException {
    BucketPartitioner partitioner = partitioner(4);
    int[][] contexts = {{1}, {4, 6, 9}, {4, 7}, {4, 8, 1}, {9, 1, 1}};
    for (int bucket = 0; bucket < 5; bucket++) {
      assertThat(part(partitioner, 5, contexts[bucket])).isEqualTo(bucket);
      assertThat(part(partitioner, 2, contexts[bucket])).isEqualTo(bucket < 2 ? 0 : 1);
      assertThat(part(partitioner, 1, contexts[bucket])).isZero();
    }
  }

  /** At order 2 contexts have one word: three buckets are left, 0, [4] and [9]. */
  @Test
  void boundariesAreCutToTheOrder() throws IOException {
    BucketPartitioner partitioner = partitioner(2);
    assertThat(part(partitioner, 3, 3)).isZero();
    assertThat(part(partitioner, 3, 4)).isOne();
    assertThat(part(partitioner, 3, 9)).isEqualTo(2);
  }

  @Test
  void withoutABucketTableThereIsNone() {
    new CountSettings(new NgramOrder(2), 1, 1).writeTo(configuration);
    assertThatThrownBy(() -> new BucketPartitioner().setConf(configuration))
        .isInstanceOf(UncheckedIOException.class);
  }
}
