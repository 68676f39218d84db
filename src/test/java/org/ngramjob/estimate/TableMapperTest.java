// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelShard;
import org.ngramjob.smooth.CountKind;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.testing.LocalChain;

/** Order 3; a is id 3, b 4 and c 5. */
class TableMapperTest {
  private static final int BEGIN = 1;
  private static final int A = 3;
  private static final int B = 4;
  private static final int C = 5;

  @TempDir private static Path directory;
  private static Map<Integer, byte[]> buckets;

  private final Configuration configuration = new Configuration();
  private final MapDriver<IntWritable, BytesWritable, IntWritable, ModelTable> driver =
      MapDriver.newMapDriver(new TableMapper());
  private final Map<Integer, ModelShard> shards = new TreeMap<>();
  private final Map<Integer, long[]> ngrams = new TreeMap<>();

  /** Buckets so small that there are several. */
  @BeforeAll
  static void count() throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 6);
    buckets = chain.count(chain.write("a b\na b\na c\n"), 3).buckets("shards");
    assertThat(buckets).hasSizeGreaterThan(1);
  }

  @BeforeEach
  void configure() throws Exception {
    DrivenTask.overCounts(configuration, directory.resolve("counts"), 3);
    DrivenTask.configured(driver.getContext(), configuration);
    DrivenTask.writes(
        driver.getContext(),
        (bucket, table) -> {
          ByteBuffer bytes = ByteBuffer.wrap(table.bytes().toByteArray());
          assertThat(shards.put(bucket.get(), ModelShard.open(bytes, "shard"))).isNull();
          ngrams.put(bucket.get(), table.ngrams());
        });
  }

  private void run(CountKind kind, String pruning) throws IOException {
    new EstimateSettings.TaskSettings(kind, CountCutoffs.parse(pruning)).writeTo(configuration);
    buckets.forEach(
        (bucket, bytes) -> driver.withInput(new IntWritable(bucket), new BytesWritable(bytes)));
    driver.run();
    assertThat(shards.keySet()).isEqualTo(buckets.keySet());
  }

  private long ngrams(int order) {
    return ngrams.values().stream().mapToLong(all -> all[order - 1]).sum();
  }

  /** The count of a word after a context, nearest word first, from the one bucket that has it. */
  private long count(int word, int... reversed) {
    long[] counts =
        shards.values().stream()
            .mapToLong(s -> count(s, word, reversed))
            .filter(c -> c > 0)
            .toArray();
    assertThat(counts).hasSizeLessThan(2);
    return Arrays.stream(counts).sum();
  }

  private static long count(ModelShard shard, int word, int... reversed) {
    int node = 0;
    for (int depth = 0; depth < reversed.length && node >= 0; depth++) {
      node = shard.child(depth, node, reversed[depth]);
    }
    int follower = node < 0 ? -1 : shard.find(reversed.length, node, word);
    return follower < 0 ? 0 : shard.count(reversed.length, follower);
  }

  /** Bigrams: s a, a b, a c, b /s, c /s; trigrams: s a b, s a c, a b /s, a c /s. */
  @Test
  void everyBucketGivesAShardOfItsOwnNgrams() throws IOException {
    run(CountKind.RAW, "0");
    assertThat(ngrams(1)).as("words are in the shard of upper nodes").isZero();
    assertThat(ngrams(2)).isEqualTo(5);
    assertThat(ngrams(3)).isEqualTo(4);
    assertThat(count(A, BEGIN)).isEqualTo(3);
    assertThat(count(B, A)).isEqualTo(2);
    assertThat(count(B, A, BEGIN)).isEqualTo(2);
    assertThat(count(C, A, BEGIN)).isEqualTo(1);
  }

  /**
   * One word stands before "a b": the begin of the sentence. What begins with it keeps its count.
   */
  @Test
  void countsAreOfTheKindThatIsAskedFor() throws IOException {
    run(CountKind.ADJUSTED, "0");
    assertThat(count(B, A)).isEqualTo(1);
    assertThat(count(A, BEGIN)).isEqualTo(3);
    assertThat(count(B, A, BEGIN)).isEqualTo(2);
  }

  /** Bigrams stay; of the trigrams "s a c" and "a c /s" go, seen once. */
  @Test
  void whatIsPrunedIsLeftOut() throws IOException {
    run(CountKind.RAW, "0 0 1");
    assertThat(ngrams(2)).isEqualTo(5);
    assertThat(ngrams(3)).isEqualTo(2);
    assertThat(count(C, A, BEGIN)).isZero();
    assertThat(count(C, A)).isEqualTo(1);
  }

  @Test
  void noBucketGivesNoShard() throws Exception {
    driver.withInput(new IntWritable(0), new BytesWritable(buckets.get(0)));
    DrivenTask.withoutRecords(driver.getContext());
    driver.run();
    assertThat(shards).isEmpty();
  }

  @Test
  void aBucketThatIsCutIsAFailure() {
    byte[] cut = Arrays.copyOf(buckets.get(0), buckets.get(0).length - 1);
    driver.withInput(new IntWritable(0), new BytesWritable(cut));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "corrupt counts: a bucket that is shorter than its 3 sections at offset 3 of 21; the file is damaged or cut, make it again");
    assertThat(shards).isEmpty();
  }
}
