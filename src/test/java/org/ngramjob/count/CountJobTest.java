// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.MapReduceDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.corpus.LineCounter;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.BucketTable;

/** Mapper, combiner and reducer, each alone and together. */
class CountJobTest {
  /**
   * By falling frequency: 的 4, 词性 3, 是 2, 形容词 1; the last has more than seven bytes, so that it
   * waits for its id.
   */
  private static final String TEXT = "词性 是 形容词\n的 词性\n的 词性 是\n的 的\n";

  /** Trigrams, and where a sentence begins what there is: by hand. */
  private static final Map<String, Long> TRIGRAMS =
      Map.ofEntries(
          Map.entry("<s> 词性", 1L),
          Map.entry("<s> 的", 3L),
          Map.entry("<s> 词性 是", 1L),
          Map.entry("<s> 的 词性", 2L),
          Map.entry("<s> 的 的", 1L),
          Map.entry("词性 是 形容词", 1L),
          Map.entry("词性 是 </s>", 1L),
          Map.entry("是 形容词 </s>", 1L),
          Map.entry("的 词性 </s>", 1L),
          Map.entry("的 词性 是", 1L),
          Map.entry("的 的 </s>", 1L));

  @TempDir private static Path directory;
  private static Path vocabularyDirectory;
  private static MappedVocabulary vocabulary;

  private final Configuration configuration = new Configuration();

  /** A vocabulary of the text, and buckets so small that 的 has two. */
  @BeforeAll
  static void makeVocabulary() throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 3);
    vocabularyDirectory = chain.makeVocabulary(chain.write(TEXT));
    vocabulary = MappedVocabulary.open(vocabularyDirectory);
  }

  @BeforeEach
  void configure() throws IOException {
    new LocalChain(directory).source(directory.resolve("text")).writeTo(configuration);
    ShippedFiles.ship(configuration, "vocabulary", vocabularyDirectory);
    CopiedStripes.use(configuration);
    settings(3, 1000, 1000);
  }

  private void settings(int order, int bufferTokens, int blockBytes) {
    new CountSettings(new NgramOrder(order), bufferTokens, blockBytes).writeTo(configuration);
  }

  private MapDriver<LongWritable, Text, ContextKey, BytesWritable> mapper(String text) {
    MapDriver<LongWritable, Text, ContextKey, BytesWritable> driver =
        MapDriver.newMapDriver(new CountMapper());
    driver.getConfiguration().addResource(configuration);
    text.lines().forEach(line -> driver.withInput(new LongWritable(0), new Text(line)));
    return driver;
  }

  private static Map<String, Long> ngrams(int order, List<Pair<ContextKey, BytesWritable>> blocks)
      throws IOException {
    return StripeText.ngrams(vocabulary, order, blocks);
  }

  private static BucketTable buckets() throws IOException {
    return BucketTable.fromBytes(
            Files.readAllBytes(vocabularyDirectory.resolve("buckets")), "buckets")
        .truncate(2);
  }

  @Test
  void theMapperCountsTheLongestNgrams() throws IOException {
    MapDriver<LongWritable, Text, ContextKey, BytesWritable> driver = mapper(TEXT);
    List<Pair<ContextKey, BytesWritable>> blocks = driver.run();
    assertThat(ngrams(3, blocks)).isEqualTo(new TreeMap<>(TRIGRAMS));
    assertThat(blocks).extracting(Pair::getFirst).isSorted();
    assertThat(driver.getCounters().findCounter(LineCounter.TOKENS).getValue()).isEqualTo(10);
    assertThat(driver.getCounters().findCounter(LineCounter.SENTENCES).getValue()).isEqualTo(4);
  }

  /** One block per bucket that the text has, keyed by its first context. */
  @Test
  void blocksLieWithinBuckets() throws IOException {
    assertThat(buckets().size()).isGreaterThan(3);
    for (Pair<ContextKey, BytesWritable> block : mapper(TEXT).run()) {
      int bucket = buckets().bucketOf(block.getFirst().context(), 0, block.getFirst().depth());
      new org.ngramjob.trie.BlockMerger(3)
          .merge(
              StripeText.source(List.of(block)),
              stripe ->
                  assertThat(buckets().bucketOf(stripe.context(), 0, stripe.depth()))
                      .isEqualTo(bucket));
    }
  }

  @Test
  void aFullBufferIsEmitted() throws IOException {
    settings(3, 1, 1000);
    List<Pair<ContextKey, BytesWritable>> blocks = mapper(TEXT).run();
    settings(3, 1000, 1000);
    assertThat(blocks.size()).isGreaterThan(mapper(TEXT).run().size());
    assertThat(ngrams(3, blocks)).isEqualTo(new TreeMap<>(TRIGRAMS));
  }

  @Test
  void orderOneCountsWords() throws IOException {
    settings(1, 1000, 1000);
    List<Pair<ContextKey, BytesWritable>> blocks = mapper(TEXT).run();
    assertThat(blocks).hasSize(1);
    assertThat(blocks.get(0).getFirst().depth()).isZero();
    assertThat(ngrams(1, blocks))
        .isEqualTo(new TreeMap<>(Map.of("的", 4L, "词性", 3L, "是", 2L, "形容词", 1L, "</s>", 4L)));
  }

  /**
   * A blank line is a sentence; a word that the vocabulary lacks is unknown; {@code <s>} is not.
   */
  @Test
  void oddLines() throws IOException {
    MapDriver<LongWritable, Text, ContextKey, BytesWritable> driver = mapper("\n新词 <s> 的\n");
    assertThat(ngrams(3, driver.run()))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "<s> </s>", 1L,
                    "<s> <unk>", 1L,
                    "<s> <unk> 的", 1L,
                    "<unk> 的 </s>", 1L)));
    assertThat(driver.getCounters().findCounter(LineCounter.SPECIAL_WORDS).getValue()).isOne();
    assertThat(driver.getCounters().findCounter(LineCounter.BLANK_LINES).getValue()).isOne();
  }

  /** Blocks of two tasks, as the framework sorts and groups them. */
  private List<Pair<ContextKey, List<BytesWritable>>> twoTasks() throws IOException {
    Map<ContextKey, List<BytesWritable>> groups = new TreeMap<>();
    for (String text : new String[] {TEXT, "的 词性\n\n"}) {
      for (Pair<ContextKey, BytesWritable> block : mapper(text).run()) {
        groups.computeIfAbsent(block.getFirst(), key -> new ArrayList<>()).add(block.getSecond());
      }
    }
    List<Pair<ContextKey, List<BytesWritable>>> all = new ArrayList<>();
    groups.forEach((key, values) -> all.add(new Pair<>(key, values)));
    return all;
  }

  private static Map<String, Long> bothTasks() {
    Map<String, Long> sums = new TreeMap<>(TRIGRAMS);
    sums.put("<s> 的", 4L);
    sums.put("<s> 的 词性", 3L);
    sums.put("的 词性 </s>", 2L);
    sums.put("<s> </s>", 1L);
    return sums;
  }

  @Test
  void theCombinerMergesBlocks() throws IOException {
    ReduceDriver<ContextKey, BytesWritable, ContextKey, BytesWritable> driver =
        ReduceDriver.newReduceDriver(new StripeCombiner());
    driver.getConfiguration().addResource(configuration);
    List<Pair<ContextKey, BytesWritable>> blocks = driver.withAll(twoTasks()).run();
    assertThat(blocks).extracting(Pair::getFirst).isSorted().doesNotHaveDuplicates();
    assertThat(ngrams(3, blocks)).isEqualTo(bothTasks());
    assertThat(blocks)
        .hasSizeLessThan(twoTasks().stream().mapToInt(p -> p.getSecond().size()).sum());
  }

  /** Followers of one context are put together, contexts are not: each is a block of its own. */
  @Test
  void theCombinerPassesOnWhatOverlapsWithNothing() throws IOException {
    settings(3, 1000, 1);
    List<Pair<ContextKey, BytesWritable>> blocks = mapper(TEXT).run();
    settings(3, 1000, 1000);
    ReduceDriver<ContextKey, BytesWritable, ContextKey, BytesWritable> driver =
        ReduceDriver.newReduceDriver(new StripeCombiner());
    driver.getConfiguration().addResource(configuration);
    blocks.forEach(block -> driver.withInput(block.getFirst(), List.of(block.getSecond())));
    List<ContextKey> contexts = blocks.stream().map(Pair::getFirst).distinct().toList();
    assertThat(contexts).hasSizeGreaterThan(buckets().size()).hasSizeLessThan(blocks.size());
    assertThat(driver.run()).extracting(Pair::getFirst).isEqualTo(contexts);
  }

  @Test
  void theReducerGivesEveryContextOnce() throws IOException {
    ReduceDriver<ContextKey, BytesWritable, NullWritable, SortedStripes> driver =
        ReduceDriver.newReduceDriver(new StripeReducer());
    driver.getConfiguration().addResource(configuration);
    assertThat(words(driver.withAll(twoTasks()).run())).isEqualTo(bothTasks());
  }

  private static Map<String, Long> words(List<Pair<NullWritable, SortedStripes>> output)
      throws IOException {
    Map<String, Long> ngrams = new TreeMap<>();
    for (Pair<NullWritable, SortedStripes> record : output) {
      record.getSecond().sendTo(stripe -> StripeText.add(vocabulary, stripe, ngrams));
    }
    return ngrams;
  }

  @Test
  void together() throws IOException {
    settings(3, 1, 1);
    MapReduceDriver<LongWritable, Text, ContextKey, BytesWritable, NullWritable, SortedStripes>
        driver =
            MapReduceDriver.newMapReduceDriver(
                new CountMapper(), new StripeReducer(), new StripeCombiner());
    driver.getConfiguration().addResource(configuration);
    (TEXT + "的 词性\n\n")
        .lines()
        .forEach(line -> driver.withInput(new LongWritable(0), new Text(line)));
    assertThat(words(driver.run())).isEqualTo(bothTasks());
  }

  @Test
  void aDamagedBlockIsAFailure() {
    ReduceDriver<ContextKey, BytesWritable, NullWritable, SortedStripes> driver =
        ReduceDriver.newReduceDriver(new StripeReducer());
    driver.getConfiguration().addResource(configuration);
    driver.withInput(ContextKeyTest.key(3), List.of(new BytesWritable(new byte[] {64, 9})));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("corrupt block of 2 bytes");
  }
}
