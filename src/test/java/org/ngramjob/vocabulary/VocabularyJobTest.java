// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.MapReduceDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.corpus.TextSource;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.segment.SegmenterSettings;

/** Mapper, combiner and reducer, each alone and together. */
class VocabularyJobTest {
  private final Configuration configuration = new Configuration();

  @BeforeEach
  void configure() {
    new TextSource(
            CorpusSettings.of(List.of("text")),
            new Inputs(List.of(), List.of(), 0),
            SegmenterSettings.of("whitespace"),
            Optional.empty(),
            false)
        .writeTo(configuration);
    VocabularySettings.DEFAULT.writeTo(configuration);
  }

  private MapDriver<LongWritable, Text, IntWritable, BytesWritable> mapper() {
    MapDriver<LongWritable, Text, IntWritable, BytesWritable> driver =
        MapDriver.newMapDriver(new VocabularyMapper());
    driver.getConfiguration().addResource(configuration);
    return driver;
  }

  /** Sums by word: a mapper may give a word more than once. */
  private static Map<String, Long> sums(List<Pair<IntWritable, BytesWritable>> output)
      throws Exception {
    Map<String, Long> sums = new TreeMap<>();
    for (Pair<IntWritable, BytesWritable> pair : output) {
      boolean sentences = pair.getFirst().get() == WordBlocks.SENTENCES;
      BytesWritable block = pair.getSecond();
      WordBlocksTest.words(block.getBytes(), block.getLength())
          .forEach((word, count) -> sums.merge(sentences ? "sentences" : word, count, Long::sum));
    }
    return sums;
  }

  @Test
  void theMapperCountsWordsAndSentences() throws Exception {
    MapDriver<LongWritable, Text, IntWritable, BytesWritable> driver = mapper();
    driver.withInput(new LongWritable(0), new Text("词性 是 动词"));
    driver.withInput(new LongWritable(18), new Text(""));
    driver.withInput(new LongWritable(19), new Text("词性 是 <s> 词性"));
    List<Pair<IntWritable, BytesWritable>> output = driver.run();
    assertThat(sums(output))
        .containsOnly(entry("词性", 3L), entry("是", 2L), entry("动词", 1L), entry("sentences", 3L));
    assertThat(driver.getCounters().findCounter(LineCounter.SPECIAL_WORDS).getValue()).isOne();
  }

  @Test
  void aMapperWithoutMemoryPassesOnEveryLine() throws Exception {
    new VocabularySettings(1, 0, Lexicon.ANY, 0, 0).writeTo(configuration);
    MapDriver<LongWritable, Text, IntWritable, BytesWritable> driver = mapper();
    driver.withInput(new LongWritable(0), new Text("a a"));
    driver.withInput(new LongWritable(4), new Text("a"));
    List<Pair<IntWritable, BytesWritable>> output = driver.run();
    assertThat(output).hasSize(4);
    assertThat(sums(output.subList(0, 2))).containsOnly(entry("a", 2L), entry("sentences", 1L));
    assertThat(sums(output.subList(2, 4))).containsOnly(entry("a", 1L), entry("sentences", 1L));
  }

  /** The sum exceeds an int. */
  @Test
  void combinerAndReducerSum() throws Exception {
    List<Pair<IntWritable, BytesWritable>> output =
        ReduceDriver.newReduceDriver(new CountSumReducer())
            .withInput(
                new IntWritable(3),
                List.of(
                    WordBlocksTest.block("词性", 2_000_000_000, "的", 1),
                    WordBlocksTest.block("是", 5, "词性", 2_000_000_000)))
            .withInput(
                new IntWritable(WordBlocks.SENTENCES),
                List.of(WordBlocksTest.block("", 1), WordBlocksTest.block("", 2)))
            .run();
    assertThat(output)
        .extracting(Pair::getFirst)
        .containsExactly(new IntWritable(3), new IntWritable(64));
    assertThat(sums(output))
        .containsOnly(
            entry("词性", 4_000_000_000L), entry("的", 1L), entry("是", 5L), entry("sentences", 3L));
  }

  @Test
  void aBlockThatIsAloneIsPassedOn() throws Exception {
    BytesWritable block = WordBlocksTest.block("b", 1, "a", 2);
    ReduceDriver.newReduceDriver(new CountSumReducer())
        .withInput(new IntWritable(3), List.of(block))
        .withOutput(new IntWritable(3), block)
        .runTest();
  }

  @Test
  void togetherTheyGiveEveryPartitionOnceInOrder() throws Exception {
    new VocabularySettings(1, 0, Lexicon.ANY, 0, 0).writeTo(configuration);
    MapReduceDriver<LongWritable, Text, IntWritable, BytesWritable, IntWritable, BytesWritable>
        driver =
            MapReduceDriver.newMapReduceDriver(
                new VocabularyMapper(), new CountSumReducer(), new CountSumReducer());
    driver.getConfiguration().addResource(configuration);
    driver.withInput(new LongWritable(0), new Text("词性 是 动词"));
    driver.withInput(new LongWritable(18), new Text("词性 是 名词"));
    List<Pair<IntWritable, BytesWritable>> output = driver.run();
    assertThat(output).extracting(Pair::getFirst).isSorted().doesNotHaveDuplicates();
    assertThat(sums(output))
        .containsOnly(
            entry("词性", 2L),
            entry("是", 2L),
            entry("动词", 1L),
            entry("名词", 1L),
            entry("sentences", 2L));
  }
}
