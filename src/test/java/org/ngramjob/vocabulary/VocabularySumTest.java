// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.io.BooleanWritable;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.apache.hadoop.mrunit.mapreduce.ReduceDriver;
import org.apache.hadoop.mrunit.types.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularySection;
import org.ngramjob.testing.LocalChain;

/** Its mapper and reducer; sums as a whole are tested with the counts they belong to. */
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

  private static List<Pair<IntWritable, BytesWritable>> emitted(
      boolean taken, Path part, List<Path> others) throws Exception {
    MapDriver<BooleanWritable, Text, IntWritable, BytesWritable> driver =
        MapDriver.newMapDriver(new VocabularyPartMapper());
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job, List.of(LocalChain.hadoop(part)), others.stream().map(LocalChain::hadoop).toList());
    driver.getConfiguration().addResource(job.getConfiguration());
    for (Path file : VocabularyRun.parts(part)) {
      driver.withInput(new BooleanWritable(taken), new Text(file.toUri().toString()));
    }
    return driver.run();
  }

  private static Map<String, Long> mapped(boolean taken, Path part, List<Path> others)
      throws Exception {
    return words(emitted(taken, part, others));
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

  /** Keys are the partitions of the words, the number of sentences comes last. */
  @Test
  void theMapperKeepsWordsInTheirPartitions() throws Exception {
    Path words = vocabulary("one", "的 词性 的\n动词\n");
    for (Pair<IntWritable, BytesWritable> pair : emitted(false, words, List.of())) {
      BytesWritable block = pair.getSecond();
      for (String word : WordBlocksTest.words(block.getBytes(), block.getLength()).keySet()) {
        assertThat(pair.getFirst().get())
            .as(word)
            .isEqualTo(word.isEmpty() ? WordBlocks.SENTENCES : SectionFixture.partition(word));
      }
    }
  }

  @Test
  void theMapperEmitsNothingForNothing() throws Exception {
    LocalChain chain = new LocalChain(directory.resolve("none")).alsoEmpty();
    Path none = chain.makeVocabulary(chain.write(""));
    assertThat(emitted(false, none, List.of())).isEmpty();
  }

  /** The last byte of the first section is that of a word. */
  @Test
  void theMapperRefusesADamagedPart() throws Exception {
    Path words = vocabulary("one", "的 词性 的\n动词\n");
    Path part = VocabularyRun.parts(words).get(0);
    byte[] bytes = Files.readAllBytes(part);
    VocabularySection section = VocabularyFile.open(part).sections().get(0);
    int last = new String(bytes, ISO_8859_1).indexOf(new String(section.word(0), ISO_8859_1));
    bytes[last] ^= 1;
    Files.write(part, bytes);
    assertThatThrownBy(() -> mapped(false, words, List.of()))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "damaged vocabulary file %s: the checksum of section %d differs; was it copied whole? make it again with the vocabulary command"
                .formatted(part, section.partition()));
  }

  private static ReduceDriver<IntWritable, BytesWritable, IntWritable, BytesWritable> difference(
      String... days) throws IOException {
    ReduceDriver<IntWritable, BytesWritable, IntWritable, BytesWritable> driver =
        ReduceDriver.newReduceDriver(new CountDifferenceReducer());
    Job job = Job.getInstance();
    VocabularyPartFormat.setInputs(
        job,
        List.of(new org.apache.hadoop.fs.Path("/window/vocabulary")),
        Arrays.stream(days).map(day -> new org.apache.hadoop.fs.Path(day, "vocabulary")).toList());
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
        difference("/day")
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
        difference("/day")
            .withInput(new IntWritable(3), List.of(taken("词性", 2), there("词性", 2), taken("词性", 1)));
    assertThatThrownBy(rarer::run)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(
            "/day is no part of /window: it has the word 词性 3 times, the latter 2 times;"
                + " take away only what was added, once");
  }

  /** What one of several days lacks is of no day in particular. */
  @Test
  void theReducerNamesAllThatIsTaken() throws Exception {
    var rarer = difference("/mon", "/tue").withInput(new IntWritable(3), List.of(taken("的", 1)));
    assertThatThrownBy(rarer::run).hasMessageStartingWith("/mon,/tue is no part of /window: ");
  }

  @Test
  void aDamagedBlockIsAFailure() throws Exception {
    BytesWritable cut = there("词性", 2);
    cut.setSize(cut.getLength() - 1);
    var damaged = difference("/day").withInput(new IntWritable(3), List.of(cut));
    assertThatThrownBy(damaged::run)
        .isInstanceOf(Failure.class)
        .hasMessage(
            "corrupt block of words: a word of 6 bytes at offset 2 of 7;"
                + " the map output is damaged, run the job again");
  }
}
