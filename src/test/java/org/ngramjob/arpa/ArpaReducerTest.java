// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.WritableUtils;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.NgramMessages;
import org.ngramjob.exchange.NgramPartitioner;
import org.ngramjob.failure.Failure;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.trie.BucketTable;

class ArpaReducerTest {
  private static final BucketTable TABLE =
      BucketTable.of(List.of(new int[0], new int[] {3, 3}, new int[] {4}));

  @TempDir private static Path directory;
  private static WorkedModel model;

  private final ReduceDriver<NgramKey, BytesWritable, PieceKey, BytesWritable> driver =
      ReduceDriver.newReduceDriver(new ArpaReducer());
  private final Map<Integer, StringBuilder> sections = new TreeMap<>();
  private final TreeSet<Integer> buckets = new TreeSet<>();
  private Configuration configuration;

  @BeforeAll
  static void write() throws IOException {
    model = WorkedModel.write(directory);
  }

  @BeforeEach
  void configure() throws IOException {
    configuration = model.shipped();
    new ArpaSettings(model.tables()).writeTo(configuration);
  }

  /**
   * Runs one of some reducers, to which the buckets are dealt out by weights of 1, 1 and 2.
   *
   * @param blocks sent to it; MRUnit wants some even where the reducer gets none
   */
  private void run(
      int number, int reducers, List<Pair<NgramKey, BytesWritable>> blocks, boolean given)
      throws Exception {
    Job job = Job.getInstance(new Configuration(false));
    job.setNumReduceTasks(reducers);
    NgramPartitioner.use(job, new long[] {1, 1, 2});
    job.getConfiguration().forEach(entry -> configuration.set(entry.getKey(), entry.getValue()));
    DrivenTask.takes(driver, blocks);
    DrivenTask.configured(driver.getContext(), configuration);
    DrivenTask.numbered(driver.getContext(), number);
    if (!given) {
      DrivenTask.withoutRecords(driver.getContext());
    }
    DrivenTask.writes(
        driver.getContext(),
        (key, text) -> {
          sections
              .computeIfAbsent(key.section(), s -> new StringBuilder())
              .append(new String(text.getBytes(), 0, text.getLength(), UTF_8));
          buckets.add(key.bucket());
        });
    driver.run();
  }

  /** A message with log10 of a weight to an n-gram. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Weight(int order, int[] reversed, int word, double weight) {}

  private static List<Pair<NgramKey, BytesWritable>> sent(Weight... weights) throws IOException {
    List<Pair<NgramKey, BytesWritable>> sent = new ArrayList<>();
    // A sender for each, as if each came from another mapper.
    for (Weight w : weights) {
      NgramMessages messages =
          new NgramMessages(2, 6, TABLE, (key, block) -> sent.add(new Pair<>(copy(key), block)));
      long bits = Integer.toUnsignedLong(Float.floatToIntBits((float) Math.log10(w.weight)));
      messages.add(w.order, w.reversed, 0, w.word, 1 + bits);
      messages.finish();
    }
    return sent;
  }

  private static NgramKey copy(NgramKey key) {
    return WritableUtils.clone(key, new Configuration(false));
  }

  private static Weight[] allWeights() {
    return new Weight[] {
      new Weight(2, new int[] {4}, 5, 1 / 3.0),
      new Weight(2, new int[] {3}, 4, 0.4),
      new Weight(2, new int[] {1}, 3, 0.4),
      new Weight(1, new int[0], 5, 1 / 3.0),
      new Weight(1, new int[0], 4, 0.4),
      new Weight(1, new int[0], 3, 1 / 3.0),
      new Weight(1, new int[0], 1, 0.25)
    };
  }

  /** log10 of WorkedModel's numbers; "a a" has the common weight 1/2. */
  @Test
  void linesAreTheProbabilitiesWithTheWeightsSent() throws Exception {
    run(0, 1, sent(allWeights()), true);
    assertThat(sections).containsOnlyKeys(1, 2, 3);
    assertThat(sections.get(1))
        .hasToString(
            """
            -1.30103\t<unk>\t0
            0\t<s>\t-0.60206
            -0.6243364\t</s>\t0
            -0.5228787\ta\t-0.4771213
            -0.6243364\tb\t-0.39794
            -0.756962\tc\t-0.4771213
            """);
    assertThat(sections.get(2))
        .hasToString(
            """
            -0.0835461\t<s> a\t-0.39794
            -0.5740313\ta a\t-0.30103
            -0.2371964\ta b\t-0.39794
            -0.530178\tb </s>\t0
            -0.3279021\tb c\t-0.4771213
            -0.1273582\tc </s>\t0
            """);
    assertThat(sections.get(3))
        .hasToString(
            """
            -0.5133334\t<s> a a
            -0.199512\t<s> a b
            -0.102602\ta a b
            -0.4975729\ta b </s>
            -0.2306227\ta b c
            -0.0384471\tb c </s>
            """);
  }

  /** The second reducer has bucket 2, whose contexts end in b and c. */
  @Test
  void aReducerWritesItsOwnBucketsOnly() throws Exception {
    run(1, 2, sent(new Weight(2, new int[] {4}, 5, 1 / 3.0)), true);
    assertThat(buckets).containsExactly(2);
    assertThat(sections).containsOnlyKeys(2, 3);
    assertThat(sections.get(2))
        .hasToString(
            """
            -0.530178\tb </s>\t0
            -0.3279021\tb c\t-0.4771213
            -0.1273582\tc </s>\t0
            """);
  }

  /** Buckets 0 and 1; all words are in the first of them. */
  @Test
  void theFirstReducerHasTheFirstBuckets() throws Exception {
    run(0, 2, sent(new Weight(1, new int[0], 1, 0.25)), true);
    assertThat(buckets).containsExactly(0, 1);
    assertThat(sections.get(1).toString()).contains("0\t<s>\t-0.60206\n");
    assertThat(sections.get(3).toString()).endsWith("\ta a b\n");
  }

  /** What no weight is sent to has that of a context with one follower, seen once: log10 1/2. */
  @Test
  void aReducerThatIsSentNothingWritesAllTheSame() throws Exception {
    run(1, 2, sent(new Weight(2, new int[] {4}, 5, 1 / 3.0)), false);
    assertThat(buckets).containsExactly(2);
    assertThat(sections.get(2).toString()).contains("b c\t-0.30103\n");
  }

  @Test
  void aBrokenBlockIsAFailure() throws IOException {
    NgramKey key = sent(new Weight(2, new int[] {4}, 5, 1)).get(0).getFirst();
    BytesWritable broken = new BytesWritable(new byte[] {64, 9});
    assertThatThrownBy(() -> run(1, 2, List.of(new Pair<>(key, broken)), true))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("corrupt block of 2 bytes");
  }
}
