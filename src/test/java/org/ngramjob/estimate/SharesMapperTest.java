// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.MRJobConfig;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextEncoding;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.testing.DrivenTask;

/**
 * Text "a b" twice and "a c", bigrams seen once left out. Of 9 tokens a and {@code </s>} are 3
 * each, b 2, c 1. After a, the pruned c is a third; c itself is no context any more.
 */
class SharesMapperTest {
  @TempDir private static Path model;

  private final Configuration configuration = new Configuration();
  private final MapDriver<LongWritable, Text, BytesWritable, LongWritable> driver =
      MapDriver.newMapDriver(new SharesMapper());

  @BeforeAll
  static void train() throws IOException {
    ModelFixture.of(2, "mle").pruned("0 1").write(model, List.of("a b", "a b", "a c"));
  }

  @BeforeEach
  void configure() throws IOException {
    CorpusSettings.of(List.of("text")).writeTo(configuration);
    ShippedFiles.ship(configuration, SharesMapper.MODEL, model);
    DrivenTask.configured(driver.getContext(), configuration);
  }

  private void lines(long offset, String lines) {
    driver.withInput(new LongWritable(offset), new Text(lines.getBytes(UTF_8)));
  }

  /** The share seen and the share lost at order 1, at order 2. */
  private static Pair<BytesWritable, LongWritable> token(double... shares) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * shares.length);
    for (double share : shares) {
      bytes.putDouble(share);
    }
    return new Pair<>(new BytesWritable(bytes.array()), new LongWritable(1));
  }

  private long counter(LineCounter counter) {
    return driver.getCounters().findCounter(counter).getValue();
  }

  @Test
  void eachTokenIsEmittedOnceByItsShares() throws IOException {
    lines(0, "a b\na c");
    lines(8, "x");
    assertThat(driver.run())
        .containsExactly(
            token(3 / 9.0, 0, 1, 0), // a after <s>
            token(2 / 9.0, 0, 2 / 3.0, 1 / 3.0), // b after a
            token(3 / 9.0, 0, 1, 0), // </s> after b
            token(3 / 9.0, 0, 1, 0), // a after <s>
            token(1 / 9.0, 0, 0, 1 / 3.0), // c after a
            token(3 / 9.0, 0), // </s> after c
            token(0, 0, 0, 0), // x after <s>
            token(3 / 9.0, 0)); // </s> after <unk>
    assertThat(counter(LineCounter.LINES)).isEqualTo(3);
    assertThat(counter(LineCounter.TOKENS)).isEqualTo(5);
    assertThat(counter(LineCounter.SENTENCES)).isEqualTo(3);
  }

  @Test
  void noRecordGivesNoToken() throws Exception {
    lines(0, "a");
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(driver.run()).isEmpty();
  }

  /** The record begins at byte 100 of the file, its second line two bytes later. */
  @Test
  void aSpecialWordIsRefusedWithItsPlace() {
    new CorpusSettings(List.of("text"), TextEncoding.UTF8, 1 << 20, 0.01, SpecialWordPolicy.FAIL)
        .writeTo(configuration);
    configuration.set(MRJobConfig.MAP_INPUT_FILE, "held-out");
    lines(100, "a\nb <s>");
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "special word <s> in the text of held-out, in the line at byte 102; remove it or use"
                + " --special-words skip");
  }
}
