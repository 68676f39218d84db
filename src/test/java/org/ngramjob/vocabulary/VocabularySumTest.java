// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.DataInputBuffer;
import org.apache.hadoop.io.DataOutputBuffer;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.LocalChain;

/** Its splits, mapper and reducer; sums as a whole are tested with the counts they belong to. */
class VocabularySumTest {
  @TempDir private Path directory;

  private Path vocabulary(String name, String text) throws IOException {
    LocalChain chain = new LocalChain(directory.resolve(name)).with("mapreduce.job.reduces", 2);
    return chain.makeVocabulary(chain.write(text));
  }

  private static Map<String, Long> words(List<Pair<IntWritable, BytesWritable>> output)
      throws Exception {
    Map<String, Long> words = new TreeMap<>();
    for (Pair<IntWritable, BytesWritable> pair : output) {
      boolean sentences = pair.getFirst().get() == WordBlocks.SENTENCES;
      BytesWritable block = pair.getSecond();
      WordBlocksTest.words(block.getBytes(), block.getLength())
          .forEach(
              (word, count) ->
                  assertThat(words.put(sentences ? "sentences" : word, count)).isNull());
    }
    return words;
  }

  private static Map<String, Long> mapped(boolean taken, Path part, List<Path> others)
      throws Exception {
    MapDriver<BooleanWritable, Text, IntWritable, BytesWritable> driver =
        MapDriver.newMapDriver(new VocabularyPartMapper());
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job, List.of(LocalChain.hadoop(part)), others.stream().map(LocalChain::hadoop).toList());
    driver.getConfiguration().addResource(job.getConfiguration());
    for (Path file : VocabularyRun.parts(part)) {
      driver.withInput(new BooleanWritable(taken), new Text(file.toUri().toString()));
    }
    return words(driver.run());
  }

  @Test
  void theMapperReadsPartFiles() throws Exception {
    Path words = vocabulary("one", "的 词性 的\n动词\n");
    assertThat(mapped(false, words, List.of()))
        .isEqualTo(Map.of("的", 2L, "词性", 1L, "动词", 1L, "sentences", 2L));
  }

  /** Twice the count, and one more where it is taken. */
  @Test
  void theMapperSaysWhatIsTaken() throws Exception {
    Path words = vocabulary("one", "的 词性 的\n动词\n");
    assertThat(mapped(false, words, List.of(words)))
        .isEqualTo(Map.of("的", 4L, "词性", 2L, "动词", 2L, "sentences", 4L));
    assertThat(mapped(true, words, List.of(words)))
        .isEqualTo(Map.of("的", 5L, "词性", 3L, "动词", 3L, "sentences", 5L));
  }

  @Test
  void everyPartFileIsASplit() throws Exception {
    Path one = vocabulary("one", "a b c d e f\n");
    Path two = vocabulary("two", "a\n");
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job, List.of(LocalChain.hadoop(one)), List.of(LocalChain.hadoop(two)));
    List<InputSplit> splits = new VocabularyPartFormat().getSplits(job);
    assertThat(splits).hasSize(4);
    for (InputSplit split : splits) {
      DataOutputBuffer out = new DataOutputBuffer();
      ((VocabularyPart) split).write(out);
      DataInputBuffer in = new DataInputBuffer();
      in.reset(out.getData(), out.getLength());
      VocabularyPart travelled = new VocabularyPart();
      travelled.readFields(in);
      assertThat(travelled.getLength()).isEqualTo(split.getLength()).isPositive();
      assertThat(travelled.isTaken()).isEqualTo(travelled.file().toString().contains("/two/"));
      assertThat(travelled.file()).isEqualTo(((VocabularyPart) split).file());
    }
  }

  private static ReduceDriver<IntWritable, BytesWritable, IntWritable, BytesWritable> difference()
      throws IOException {
    ReduceDriver<IntWritable, BytesWritable, IntWritable, BytesWritable> driver =
        ReduceDriver.newReduceDriver(new CountDifferenceReducer());
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job,
        List.of(new org.apache.hadoop.fs.Path("/window/vocabulary")),
        List.of(new org.apache.hadoop.fs.Path("/day/vocabulary")));
    driver.getConfiguration().addResource(job.getConfiguration());
    return driver;
  }

  private static BytesWritable there(Object... words) throws Exception {
    return coded(false, words);
  }

  private static BytesWritable taken(Object... words) throws Exception {
    return coded(true, words);
  }

  private static BytesWritable coded(boolean taken, Object... words) throws Exception {
    Object[] coded = words.clone();
    for (int i = 1; i < coded.length; i += 2) {
      coded[i] = WordDifference.code(((Number) words[i]).longValue(), taken);
    }
    return WordBlocksTest.block(coded);
  }

  /** What exceeds an int is left; of a word that is taken wholly, nothing. */
  @Test
  void theReducerSubtracts() throws Exception {
    List<Pair<IntWritable, BytesWritable>> output =
        difference()
            .withInput(
                new IntWritable(3),
                List.of(
                    taken("的", 1, "词性", 3),
                    there("的", 5_000_000_000L, "词性", 3, "是", 1),
                    taken("的", 2)))
            .withInput(new IntWritable(4), List.of(there("天", 1), taken("天", 1)))
            .withInput(new IntWritable(WordBlocks.SENTENCES), List.of(there("", 7)))
            .run();
    assertThat(output)
        .extracting(pair -> pair.getFirst().get())
        .containsExactly(3, WordBlocks.SENTENCES);
    assertThat(words(output)).isEqualTo(Map.of("的", 4_999_999_997L, "是", 1L, "sentences", 7L));
  }

  @Test
  void theReducerRefusesLessThanNothing() throws Exception {
    var rarer =
        difference()
            .withInput(new IntWritable(3), List.of(taken("词性", 2), there("词性", 2), taken("词性", 1)));
    assertThatThrownBy(rarer::run)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "/day is no part of /window: it has the word 词性 3 times, the latter 2 times;"
                + " take away only what was added, once");
  }
}
