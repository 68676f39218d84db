// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.VLongWritable;
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
            Optional.empty())
        .writeTo(configuration);
    VocabularySettings.DEFAULT.to(configuration);
  }

  private MapDriver<LongWritable, Text, WordKey, VLongWritable> mapper() {
    MapDriver<LongWritable, Text, WordKey, VLongWritable> driver =
        MapDriver.newMapDriver(new VocabularyMapper());
    driver.getConfiguration().addResource(configuration);
    return driver;
  }

  /** Sums by key in words: a mapper may give a key more than once. */
  private static Map<String, Long> sums(List<Pair<WordKey, VLongWritable>> output) {
    Map<String, Long> sums = new TreeMap<>();
    output.forEach(pair -> sums.merge(name(pair.getFirst()), pair.getSecond().get(), Long::sum));
    return sums;
  }

  private static String name(WordKey key) {
    return switch (key.kind()) {
      case WORD -> key.toString().replaceFirst("WORD \\d+ ", "");
      case SENTENCES -> "sentences";
    };
  }

  @Test
  void theMapperCountsWordsAndSentences() throws IOException {
    MapDriver<LongWritable, Text, WordKey, VLongWritable> driver = mapper();
    driver.withInput(new LongWritable(0), new Text("词性 是 动词"));
    driver.withInput(new LongWritable(18), new Text(""));
    driver.withInput(new LongWritable(19), new Text("词性 是 <s> 词性"));
    List<Pair<WordKey, VLongWritable>> output = driver.run();
    assertThat(sums(output))
        .containsOnly(entry("词性", 3L), entry("是", 2L), entry("动词", 1L), entry("sentences", 3L));
    assertThat(output).hasSize(4);
    assertThat(driver.getCounters().findCounter(LineCounter.SPECIAL_WORDS).getValue()).isOne();
  }

  @Test
  void aMapperWithoutMemoryPassesOnEveryLine() throws IOException {
    new VocabularySettings(1, 0, 0, 0).to(configuration);
    MapDriver<LongWritable, Text, WordKey, VLongWritable> driver = mapper();
    driver.withInput(new LongWritable(0), new Text("a a"));
    driver.withInput(new LongWritable(4), new Text("a"));
    List<Pair<WordKey, VLongWritable>> output = driver.run();
    assertThat(output).contains(new Pair<>(WordKeyTest.word("a"), new VLongWritable(2)));
    assertThat(output).contains(new Pair<>(WordKeyTest.word("a"), new VLongWritable(1)));
  }

  /** The sum exceeds an int. */
  @Test
  void combinerAndReducerSum() throws IOException {
    ReduceDriver.newReduceDriver(new CountSum())
        .withInput(
            WordKeyTest.word("词性"),
            List.of(new VLongWritable(2_000_000_000), new VLongWritable(2_000_000_000)))
        .withInput(WordKeyTest.sentences(), List.of(new VLongWritable(1)))
        .withOutput(WordKeyTest.word("词性"), new VLongWritable(4_000_000_000L))
        .withOutput(WordKeyTest.sentences(), new VLongWritable(1))
        .runTest();
  }

  @Test
  void togetherTheyGiveEveryKeyOnceInOrder() throws IOException {
    new VocabularySettings(1, 0, 0, 0).to(configuration);
    MapReduceDriver<LongWritable, Text, WordKey, VLongWritable, WordKey, VLongWritable> driver =
        MapReduceDriver.newMapReduceDriver(new VocabularyMapper(), new CountSum(), new CountSum());
    driver.getConfiguration().addResource(configuration);
    driver.withInput(new LongWritable(0), new Text("词性 是 动词"));
    driver.withInput(new LongWritable(18), new Text("词性 是 名词"));
    List<Pair<WordKey, VLongWritable>> output = driver.run();
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
