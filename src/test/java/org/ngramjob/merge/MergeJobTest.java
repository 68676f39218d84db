// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.count.ContextKey;
import org.ngramjob.count.CopiedStripes;
import org.ngramjob.count.CountSettings;
import org.ngramjob.count.SortedStripes;
import org.ngramjob.count.StripeCombiner;
import org.ngramjob.count.StripeReducer;
import org.ngramjob.count.StripeText;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.NgramOrder;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;

/** Mapper, combiner and reducers, each alone. */
class MergeJobTest {
  /** By falling frequency: 词性 2, then the others; on the second day 的 3, then 词性 and 是. */
  private static final String FIRST = "词性 是 动词\n的 词性\n";

  private static final String SECOND = "的 词性 是\n的 的\n";

  /** By hand. */
  private static final Map<String, Long> FIRST_TRIGRAMS =
      Map.of(
          "<s> 词性", 1L,
          "<s> 词性 是", 1L,
          "词性 是 动词", 1L,
          "是 动词 </s>", 1L,
          "<s> 的", 1L,
          "<s> 的 词性", 1L,
          "的 词性 </s>", 1L);

  private static final Map<String, Long> BOTH =
      Map.ofEntries(
          Map.entry("<s> 词性", 1L),
          Map.entry("<s> 词性 是", 1L),
          Map.entry("词性 是 动词", 1L),
          Map.entry("是 动词 </s>", 1L),
          Map.entry("<s> 的", 3L),
          Map.entry("<s> 的 词性", 2L),
          Map.entry("的 词性 </s>", 1L),
          Map.entry("的 词性 是", 1L),
          Map.entry("词性 是 </s>", 1L),
          Map.entry("<s> 的 的", 1L),
          Map.entry("的 的 </s>", 1L));

  @TempDir private static Path directory;
  private static Path first;
  private static Path second;
  private static Path both;

  @BeforeAll
  static void count() throws IOException {
    Days days = new Days(directory, 3).with("ngramjob.vocabulary.bucket-weight", 2);
    first = days.count(FIRST);
    second = days.count(SECOND);
    both = days.count(FIRST, SECOND);
  }

  private final Configuration configuration = new Configuration();

  @BeforeEach
  void configure() {
    new CountSettings(new NgramOrder(3), 1000, 1000).writeTo(configuration);
    CopiedStripes.use(configuration);
  }

  /** A job that reads these counts, with the ids of a target. */
  private void job(Terms terms, Path target, Path... counts) throws IOException {
    terms.writeTo(configuration);
    ShippedFiles.ship(configuration, "vocabulary", target.resolve("vocabulary"));
    Job job = Job.getInstance(configuration);
    List<org.apache.hadoop.fs.Path> shards = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      shards.add(LocalChain.hadoop(counts[i].resolve("shards")));
      ShippedFiles.ship(configuration, "vocabulary." + i, counts[i].resolve("vocabulary"));
      ShippedFiles.ship(configuration, "buckets." + i, counts[i].resolve("buckets"));
      ShippedFiles.ship(configuration, "upper." + i, counts[i].resolve("upper"));
    }
    BucketInputFormat.setInputs(job, shards);
    configuration.addResource(job.getConfiguration());
    configuration.setInt("ngramjob.store.order", 3);
  }

  private List<Pair<ContextKey, BytesWritable>> map(int source, Path counts) throws IOException {
    configuration.setInt("ngramjob.store.source", source);
    MapDriver<IntWritable, BytesWritable, ContextKey, BytesWritable> driver =
        MapDriver.newMapDriver(new ShardMapper());
    driver.getConfiguration().addResource(configuration);
    CountsOnDisk.bucketBytes(counts.resolve("shards"))
        .forEach(
            (bucket, bytes) -> driver.withInput(new IntWritable(bucket), new BytesWritable(bytes)));
    return driver.run();
  }

  private static MappedVocabulary vocabulary(Path counts) throws IOException {
    return MappedVocabulary.open(counts.resolve("vocabulary"));
  }

  private static List<Pair<ContextKey, List<BytesWritable>>> shuffled(
      List<Pair<ContextKey, BytesWritable>> blocks) {
    Map<ContextKey, List<BytesWritable>> groups = new TreeMap<>();
    for (Pair<ContextKey, BytesWritable> block : blocks) {
      groups.computeIfAbsent(block.getFirst(), key -> new ArrayList<>()).add(block.getSecond());
    }
    List<Pair<ContextKey, List<BytesWritable>>> all = new ArrayList<>();
    groups.forEach((key, values) -> all.add(new Pair<>(key, values)));
    return all;
  }

  private List<Pair<ContextKey, BytesWritable>> combine(
      List<Pair<ContextKey, BytesWritable>> blocks) throws IOException {
    ReduceDriver<ContextKey, BytesWritable, ContextKey, BytesWritable> driver =
        ReduceDriver.newReduceDriver(new StripeCombiner());
    driver.getConfiguration().addResource(configuration);
    return driver.withAll(shuffled(blocks)).run();
  }

  private Map<String, Long> reduce(
      Reducer<ContextKey, BytesWritable, NullWritable, SortedStripes> reducer,
      List<Pair<ContextKey, BytesWritable>> blocks,
      Path target)
      throws IOException {
    ReduceDriver<ContextKey, BytesWritable, NullWritable, SortedStripes> driver =
        ReduceDriver.newReduceDriver(reducer);
    driver.getConfiguration().addResource(configuration);
    Map<String, Long> ngrams = new TreeMap<>();
    MappedVocabulary words = vocabulary(target);
    for (Pair<NullWritable, SortedStripes> record : driver.withAll(shuffled(blocks)).run()) {
      record.getSecond().sendTo(stripe -> StripeText.add(words, stripe, ngrams));
    }
    return ngrams;
  }

  @Test
  void theMapperGivesTheLongestNgramsNewIds() throws IOException {
    job(new Terms(2, 0), both, first, second);
    List<Pair<ContextKey, BytesWritable>> blocks = map(0, first);
    assertThat(blocks).extracting(Pair::getFirst).isSorted();
    assertThat(StripeText.ngrams(vocabulary(both), 3, blocks))
        .isEqualTo(new TreeMap<>(FIRST_TRIGRAMS));
    assertThat(new String(vocabulary(first).word(3), java.nio.charset.StandardCharsets.UTF_8))
        .isNotEqualTo(
            new String(vocabulary(both).word(3), java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void combinerAndReducerAddUp() throws IOException {
    job(new Terms(2, 0), both, first, second);
    List<Pair<ContextKey, BytesWritable>> blocks = new ArrayList<>(map(0, first));
    blocks.addAll(map(1, second));
    assertThat(reduce(new StripeReducer(), blocks, both)).isEqualTo(new TreeMap<>(BOTH));
    assertThat(reduce(new StripeReducer(), combine(blocks), both)).isEqualTo(new TreeMap<>(BOTH));
  }

  @Test
  void combinerAndReducerTakeAway() throws IOException {
    job(new Terms(1, 1), first, both, second);
    List<Pair<ContextKey, BytesWritable>> blocks = new ArrayList<>(map(0, both));
    blocks.addAll(map(1, second));
    assertThat(reduce(new SubtractReducer(), blocks, first))
        .isEqualTo(new TreeMap<>(FIRST_TRIGRAMS));
    assertThat(reduce(new SubtractReducer(), combine(blocks), first))
        .isEqualTo(new TreeMap<>(FIRST_TRIGRAMS));
  }

  @Test
  void theReducerRefusesWhatIsNotThere() throws IOException {
    job(new Terms(1, 1), first, first, first);
    List<Pair<ContextKey, BytesWritable>> blocks = new ArrayList<>(map(0, first));
    blocks.addAll(map(1, first));
    blocks.addAll(map(1, first));
    assertThatThrownBy(() -> reduce(new SubtractReducer(), blocks, first))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(first + " is no part of ")
        .hasMessageContaining("2 times, the latter 1 times");
  }

  /** What is taken from comes first, what is taken after it. */
  @Test
  void theReducerNamesBothSidesAndTheNgram() throws IOException {
    job(new Terms(1, 1), first, second, first);
    List<Pair<ContextKey, BytesWritable>> blocks = map(1, first);
    assertThatThrownBy(() -> reduce(new SubtractReducer(), blocks, first))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "file:%s is no part of file:%s: it has the n-gram \"<s> 词性\" 1 times, the latter 0 times; take away only what was added, once"
                .formatted(first, second));
  }

  /** Without the second day 动词 is left, which a vocabulary of that day alone lacks. */
  @Test
  void theReducerRefusesWhatIsLeftOfAWordThatIsGone() throws IOException {
    job(new Terms(1, 1), second, both, second);
    List<Pair<ContextKey, BytesWritable>> blocks = new ArrayList<>(map(0, both));
    blocks.addAll(map(1, second));
    assertThatThrownBy(() -> reduce(new SubtractReducer(), blocks, second))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "file:%s is no part of file:%s: without it the n-gram \"词性 是 动词\" is left, but not all of its words; take away only what was added, once"
                .formatted(second, both));
  }

  /** 名词 and 北京 stand in a day each, of which nothing is left: their n-grams cancel out. */
  @Test
  void wordsOfWhichNothingIsLeftAreThoseOfTheWhole() throws IOException {
    Days days = new Days(directory.resolve("gone"), 3);
    Path noun = days.count("名词\n");
    Path city = days.count("的 北京\n");
    Path whole = days.count(FIRST, "名词\n", "的 北京\n");
    job(new Terms(1, 2), first, whole, noun, city);
    List<Pair<ContextKey, BytesWritable>> blocks = new ArrayList<>(map(0, whole));
    blocks.addAll(map(1, noun));
    blocks.addAll(map(2, city));
    assertThat(reduce(new SubtractReducer(), blocks, first))
        .isEqualTo(new TreeMap<>(FIRST_TRIGRAMS));
  }

  /** A buffer for one token holds a stripe at most: each is a block. */
  @Test
  void theMapperEmitsAFullBuffer() throws IOException {
    new CountSettings(new NgramOrder(3), 1, 1000).writeTo(configuration);
    job(new Terms(2, 0), both, first, second);
    List<Pair<ContextKey, BytesWritable>> blocks = map(0, first);
    // Seven trigrams, of which 词性 and 的 follow <s>.
    assertThat(blocks).hasSize(6);
    assertThat(StripeText.ngrams(vocabulary(both), 3, blocks))
        .isEqualTo(new TreeMap<>(FIRST_TRIGRAMS));
  }

  @Test
  void nothingIsMadeOfNothing() throws IOException {
    Path empty = new Days(directory.resolve("empty"), 3).count("");
    job(new Terms(2, 0), first, empty, first);
    assertThat(map(0, empty)).isEmpty();
  }

  @Test
  void aDamagedBucketIsAFailure() throws IOException {
    job(new Terms(2, 0), both, first, second);
    configuration.setInt("ngramjob.store.source", 0);
    MapDriver<IntWritable, BytesWritable, ContextKey, BytesWritable> driver =
        MapDriver.newMapDriver(new ShardMapper());
    driver.getConfiguration().addResource(configuration);
    driver.withInput(new IntWritable(0), new BytesWritable(new byte[] {9, 0, 0}));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "corrupt counts: a bucket that is shorter than its 3 sections at offset 3 of 3;"
                + " the file is damaged or cut, make it again");
  }

  /** 动词 stands in the counts, but not in what should be the sum. */
  @Test
  void aWordThatTheSumLacksIsRefused() throws IOException {
    job(new Terms(2, 0), second, first, second);
    assertThatThrownBy(() -> map(0, first))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the word 动词 of one part is missing");
  }

  /** The same words as often as in another text are not enough. */
  @Test
  void countsWithTheVocabularyOfAnotherTextAreRefused() throws IOException {
    job(new Terms(1, 0), both, first);
    ShippedFiles.ship(configuration, "vocabulary.1", second.resolve("vocabulary"));
    ShippedFiles.ship(configuration, "buckets.1", first.resolve("buckets"));
    ShippedFiles.ship(configuration, "upper.1", first.resolve("upper"));
    configuration.set("ngramjob.store.shards.1", first.resolve("shards").toString());
    assertThatThrownBy(() -> map(1, first))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith(first + " was counted with the vocabulary of another text");
  }
}
