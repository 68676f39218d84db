// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.exchange.NgramKey;
import org.ngramjob.exchange.SentBlocks;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.DrivenTask;

class WeightMapperTest {
  @TempDir private static Path directory;
  private static WorkedModel model;

  private final MapDriver<IntWritable, BytesWritable, NgramKey, BytesWritable> driver =
      MapDriver.newMapDriver(new WeightMapper());

  @BeforeAll
  static void write() throws IOException {
    model = WorkedModel.write(directory);
  }

  @BeforeEach
  void configure() throws IOException {
    DrivenTask.configured(driver.getContext(), model.shipped());
    DrivenTask.reads(driver.getContext(), model.split());
  }

  private void input(int bucket, byte[] table) {
    driver.withInput(new IntWritable(bucket), new BytesWritable(table));
  }

  private Map<String, Double> run(int... buckets) throws IOException {
    for (int bucket : buckets) {
      input(bucket, model.buckets().get(bucket));
    }
    List<Pair<NgramKey, BytesWritable>> sent = driver.run();
    assertThat(sent).extracting(Pair::getFirst).doesNotHaveDuplicates();
    Map<String, Double> weights = new LinkedHashMap<>();
    SentBlocks.forEach(
        sent,
        (bucket, reversed, word, value) -> {
          float log10 = Float.intBitsToFloat((int) (value - 1));
          String ngram =
              "bucket %d: %d after %s".formatted(bucket, word, Arrays.toString(reversed));
          assertThat(weights.put(ngram, (double) Math.round(log10 * 1e6) / 1e6)).isNull();
        });
    return weights;
  }

  /**
   * log10 of 1/4 is -0.602060, of 1/3 -0.477121, of 2/5 -0.397940. The context "a a" has one
   * follower, seen once: its weight is known without a message.
   */
  @Test
  void weightsAreSentToTheBucketThatPrintsThem() throws IOException {
    assertThat(run(0, 1, 2))
        .containsExactly(
            entry("bucket 0: 1 after []", -0.60206),
            entry("bucket 0: 3 after []", -0.477121),
            entry("bucket 0: 4 after []", -0.39794),
            entry("bucket 0: 5 after []", -0.477121),
            entry("bucket 0: 3 after [1]", -0.39794),
            entry("bucket 0: 4 after [3]", -0.39794),
            entry("bucket 2: 5 after [4]", -0.477121));
  }

  /** "a" is above the split, and met in both of its buckets. */
  @Test
  void whatIsAboveASplitIsSentByTheBucketThatOwnsIt() throws IOException {
    assertThat(run(1)).isEmpty();
  }

  @Test
  void noBucketSendsNothing() throws Exception {
    input(0, model.buckets().get(0));
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(driver.run()).isEmpty();
  }

  @Test
  void aBucketThatIsCutIsNamed() throws IOException {
    byte[] table = model.buckets().get(2);
    input(2, Arrays.copyOf(table, table.length - 1));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "bucket 2 of file:%s/tables/part-m-00000 is damaged or cut; copy or make the model again"
                .formatted(directory))
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
