// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
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
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.query.TextScore;
import org.ngramjob.testing.DrivenTask;

/**
 * Text "a b" / "a c", order 2, mle. After {@code <s>}: a 2/2; after a: b 1/2, c 1/2; after b and c:
 * {@code </s>} 1/1. So "a b" has 1 * 1/2 * 1, log10 -0.30103, and so has "a c".
 */
class ScoreMapperTest {
  @TempDir private static Path model;

  private final Configuration configuration = new Configuration();
  private final List<String> fileOfEachRecord = new ArrayList<>();
  private MapDriver<LongWritable, Text, Text, ScoreWritable> driver;

  @BeforeAll
  static void train() throws IOException {
    ModelFixture.of(2, "mle").write(model, List.of("a b", "a c"));
  }

  @BeforeEach
  void configure() throws IOException {
    CorpusSettings.of(List.of("text")).writeTo(configuration);
    ShippedFiles.ship(configuration, ScoreMapper.MODEL, model);
    driver = MapDriver.newMapDriver(new ScoreMapper());
  }

  private void record(String file, long offset, byte[] lines) {
    fileOfEachRecord.add(file);
    driver.withInput(new LongWritable(offset), new Text(lines));
  }

  private void record(String file, long offset, String lines) {
    record(file, offset, lines.getBytes(UTF_8));
  }

  /** The reader of a split writes down each file as it comes to it. */
  private List<Pair<Text, ScoreWritable>> run() throws IOException {
    Iterator<String> files = fileOfEachRecord.iterator();
    DrivenTask.configured(
        driver.getContext(),
        new Configuration(configuration) {
          @Override
          public String getRaw(String name) {
            return name.equals(MRJobConfig.MAP_INPUT_FILE) ? files.next() : super.getRaw(name);
          }
        });
    return driver.run();
  }

  private long counter(LineCounter counter) {
    return driver.getCounters().findCounter(counter).getValue();
  }

  /**
   * Three sentences of f, then "b x" of g: P(b | {@code <s>}) = 0, x is outside, and after it
   * {@code </s>} has P = 0 too; they match 1, 0 and 1 words.
   */
  @Test
  void eachFileHasItsScoreInTheOrderRead() throws IOException {
    record("f", 0, "a b\na c");
    record("f", 8, "a b");
    record("g", 0, "b x");
    List<Pair<Text, ScoreWritable>> scores = run();
    assertThat(scores).extracting(Pair::getFirst).containsExactly(new Text("f"), new Text("g"));
    TextScore first = scores.get(0).getSecond().get();
    assertThat(first.sentences()).isEqualTo(3);
    assertThat(first.tokens()).isEqualTo(9);
    assertThat(first.log10()).isCloseTo(3 * -0.3010299957, within(1e-9));
    assertThat(first.matched(2)).isEqualTo(9);
    TextScore second = scores.get(1).getSecond().get();
    assertThat(second.sentences()).isEqualTo(1);
    assertThat(second.tokens()).isEqualTo(3);
    assertThat(second.oov()).isEqualTo(1);
    assertThat(second.impossible()).isEqualTo(3);
    assertThat(second.matched(0)).isEqualTo(1);
    assertThat(second.matched(1)).isEqualTo(2);
    assertThat(counter(LineCounter.LINES)).isEqualTo(4);
    assertThat(counter(LineCounter.BYTES)).isEqualTo(12);
    assertThat(counter(LineCounter.TOKENS)).isEqualTo(8);
  }

  /** The files of a split are read one after the other; the same name later is another part. */
  @Test
  void aFileThatComesBackHasASecondScore() throws IOException {
    record("f", 0, "a b");
    record("g", 0, "a c");
    record("f", 4, "a b\na b");
    assertThat(run())
        .extracting(pair -> pair.getFirst() + " " + pair.getSecond().get().sentences())
        .containsExactly("f 1", "g 1", "f 2");
  }

  @Test
  void noRecordGivesNoScore() throws Exception {
    record("f", 0, "a b");
    DrivenTask.configured(driver.getContext(), configuration);
    DrivenTask.withoutRecords(driver.getContext());
    assertThat(driver.run()).isEmpty();
    assertThat(counter(LineCounter.LINES)).isZero();
  }

  /** A file all of whose lines are no text has a score, of no tokens: it is not forgotten. */
  @Test
  void linesThatAreNoTextAreCounted() throws IOException {
    record("f", 0, new byte[] {'a', (byte) 0xff});
    List<Pair<Text, ScoreWritable>> scores = run();
    assertThat(scores).hasSize(1);
    assertThat(scores.get(0).getSecond().get().tokens()).isZero();
    assertThat(counter(LineCounter.UNDECODABLE_LINES)).isEqualTo(1);
    assertThat(counter(LineCounter.LINES)).isEqualTo(1);
  }

  /** The record begins at byte 100 of the file, its second line two bytes later. */
  @Test
  void aSpecialWordIsRefusedWithItsPlace() {
    new CorpusSettings(List.of("text"), TextEncoding.UTF8, 1 << 20, 0.01, SpecialWordPolicy.FAIL)
        .writeTo(configuration);
    record("f", 100, "a\nb <s>");
    configuration.set(MRJobConfig.MAP_INPUT_FILE, "f");
    DrivenTask.configured(driver.getContext(), configuration);
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "special word <s> in the text of f, in the line at byte 102; remove it or use"
                + " --special-words skip")
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
