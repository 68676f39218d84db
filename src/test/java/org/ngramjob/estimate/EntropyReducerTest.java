// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.WritableUtils;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramMessages;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelShard;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.trie.BucketTable;

/**
 * A threshold of 0.99 leaves of {@link WorkedCounts} what is asked for, one of 1e-300 everything.
 * The probabilities are those that WorkedModel, of the room arpa, works out for the same text.
 */
class EntropyReducerTest {
  private static final int UPPER = -1;
  private static final BucketTable ONE = BucketTable.of(List.of(new int[0]));

  @TempDir private static Path directory;
  private static WorkedCounts counts;

  private final ReduceDriver<NgramKey, BytesWritable, IntWritable, ModelTable> driver =
      ReduceDriver.newReduceDriver(new EntropyReducer());
  private final Map<Integer, ModelShard> shards = new LinkedHashMap<>();
  private final Map<Integer, long[]> ngrams = new LinkedHashMap<>();

  @BeforeAll
  static void write() throws IOException {
    counts = WorkedCounts.write(directory);
  }

  /** A request for a bigram, to the bucket that has it. */
  static Pair<NgramKey, BytesWritable> request(int bucket, int context, int word)
      throws IOException {
    List<Pair<NgramKey, BytesWritable>> sent = new ArrayList<>();
    NgramMessages messages =
        new NgramMessages(
            2,
            6,
            ONE,
            bucket,
            (key, block) ->
                sent.add(new Pair<>(WritableUtils.clone(key, new Configuration(false)), block)));
    messages.add(2, new int[] {context}, 0, word, 1);
    messages.finish();
    return sent.get(0);
  }

  /** Runs one of some reducers, among which buckets and upper nodes are dealt out evenly. */
  private void run(
      double threshold, int number, int reducers, List<Pair<NgramKey, BytesWritable>> requests)
      throws Exception {
    Job job = Job.getInstance(new Configuration(false));
    job.setNumReduceTasks(reducers);
    NgramPartitioner.use(job, new long[] {1, 1, 1, 1, 1, 1});
    Configuration configuration = counts.shipped(threshold);
    job.getConfiguration().forEach(entry -> configuration.set(entry.getKey(), entry.getValue()));
    DrivenTask.takes(driver, requests.isEmpty() ? List.of(request(0, 1, 3)) : requests);
    DrivenTask.configured(driver.getContext(), configuration);
    DrivenTask.numbered(driver.getContext(), number);
    if (requests.isEmpty()) {
      DrivenTask.withoutRecords(driver.getContext());
    }
    DrivenTask.writes(
        driver.getContext(),
        (bucket, table) -> {
          ByteBuffer bytes = ByteBuffer.wrap(table.bytes().toByteArray());
          shards.put(bucket.get(), ModelShard.open(bytes, "shard"));
          ngrams.put(bucket.get(), table.ngrams());
        });
    driver.run();
  }

  /** log10 P of a word after a context of one word, which must be there. */
  private double log10(int shard, int context, int word) {
    ModelShard table = shards.get(shard);
    int node = table.child(0, 0, context);
    return table.log10Probability(1, table.find(1, node, word));
  }

  private double log10Weight(int shard, int context) {
    ModelShard table = shards.get(shard);
    return table.log10Weight(1, table.child(0, 0, context));
  }

  private long ngrams(int order) {
    return ngrams.values().stream().mapToLong(all -> all[order - 1]).sum();
  }

  /**
   * P(c | b) = 0.47 and P(b | a) = 0.579167; what these leave goes to the others: (1 - 0.47) / (1 -
   * 0.175) = 0.642424, and (1 - 0.579167) / (1 - 0.2375) = 0.551913.
   */
  @Test
  void whatIsAskedForStays() throws Exception {
    run(0.99, 0, 1, List.of(request(5, 3, 4), request(3, 4, 5)));
    assertThat(ngrams(1)).isEqualTo(5);
    assertThat(ngrams(2)).isEqualTo(2);
    assertThat(ngrams(3)).isZero();
    assertThat(log10(3, 4, 5)).isCloseTo(Math.log10(0.47), within(1e-6));
    assertThat(log10Weight(3, 4)).isCloseTo(Math.log10(0.642424), within(1e-6));
    assertThat(log10(UPPER, 3, 4)).isCloseTo(Math.log10(0.579167), within(1e-6));
    assertThat(log10Weight(UPPER, 3)).isCloseTo(Math.log10(0.551913), within(1e-6));
  }

  /** s a, a a, a b, b c, b /s, c /s; s a a, s a b, a a b, a b /s, a b c, b c /s. */
  @Test
  void whatCostsTooMuchStaysWithoutBeingAskedFor() throws Exception {
    run(1e-300, 0, 1, List.of());
    assertThat(shards.keySet()).containsExactly(0, 1, 2, 3, 4, UPPER);
    assertThat(ngrams(1)).isEqualTo(5);
    assertThat(ngrams(2)).isEqualTo(6);
    assertThat(ngrams(3)).isEqualTo(6);
    assertThat(ngrams.get(UPPER)).as("words, and what follows a").containsExactly(5, 2, 0);
  }

  @Test
  void aReducerThatIsSentNothingWritesItsBucketsAllTheSame() throws Exception {
    run(0.99, 1, 2, List.of());
    assertThat(shards.keySet()).containsExactly(3, 4, UPPER);
    assertThat(ngrams.get(3)).containsExactly(0, 0, 0);
    assertThat(ngrams.get(UPPER)).containsExactly(5, 0, 0);
  }

  /** The upper nodes are the last reducer's. */
  @Test
  void theFirstReducerHasTheFirstBuckets() throws Exception {
    run(0.99, 0, 2, List.of(request(0, 1, 3)));
    assertThat(shards.keySet()).containsExactly(0, 1, 2);
    assertThat(ngrams.get(0)).containsExactly(0, 1, 0);
  }

  @Test
  void aBrokenBlockIsAFailure() throws IOException {
    Pair<NgramKey, BytesWritable> broken =
        new Pair<>(request(3, 4, 5).getFirst(), new BytesWritable(new byte[] {64, 9}));
    assertThatThrownBy(() -> run(0.99, 1, 2, List.of(broken)))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("corrupt block of 2 bytes");
  }
}
