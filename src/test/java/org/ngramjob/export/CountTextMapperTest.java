// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mrunit.mapreduce.MapDriver;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.pieces.PieceKey;
import org.ngramjob.pipeline.ShippedFiles;
import org.ngramjob.store.BucketInputFormat;
import org.ngramjob.testing.DrivenTask;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.BucketTable;

/** By falling frequency: 的 4, 词性 3, 是 2, 动词 1; so these are the ids 3 to 6. */
class CountTextMapperTest {
  private static final String TEXT = "词性 是 动词\n的 词性\n的 词性 是\n的 的\n";

  @TempDir private static Path directory;
  private static Map<Integer, byte[]> buckets;

  @TempDir private Path other;

  private final Configuration configuration = new Configuration();
  private final MapDriver<IntWritable, BytesWritable, PieceKey, BytesWritable> driver =
      MapDriver.newMapDriver(new CountTextMapper());
  private final Map<Integer, StringBuilder> sections = new TreeMap<>();
  private final Map<Integer, String> bigrams = new TreeMap<>();

  /** Buckets so small that 的 has two. */
  @BeforeAll
  static void count() throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.vocabulary.bucket-weight", 3);
    buckets = chain.count(chain.write(TEXT), 3).buckets("shards");
    byte[] table = Files.readAllBytes(directory.resolve("counts/buckets"));
    assertThat(BucketTable.fromBytes(table, "buckets").isUpper(new int[] {3}, 0, 1)).isTrue();
  }

  @BeforeEach
  void configure() throws Exception {
    DrivenTask.overCounts(configuration, directory.resolve("counts"), 3);
    DrivenTask.configured(driver.getContext(), configuration);
    DrivenTask.writes(
        driver.getContext(),
        (key, text) -> {
          String lines = new String(text.getBytes(), 0, text.getLength(), UTF_8);
          sections.computeIfAbsent(key.section(), s -> new StringBuilder()).append(lines);
          if (key.section() == 2) {
            bigrams.merge(key.bucket(), lines, String::concat);
          }
        });
  }

  private void useVocabulary(Path vocabulary) throws IOException {
    ShippedFiles.ship(configuration, "vocabulary", vocabulary);
  }

  private void run() throws IOException {
    useVocabulary(directory.resolve("counts/vocabulary"));
    buckets.forEach(
        (bucket, bytes) -> driver.withInput(new IntWritable(bucket), new BytesWritable(bytes)));
    driver.run();
  }

  /** Contexts by their last word, then by the word before it, and after each the words, by id. */
  @Test
  void theTextOfAnOrderIsThatOfItsBucketsOneAfterTheOther() throws IOException {
    run();
    assertThat(sections).containsOnlyKeys(1, 2, 3);
    assertThat(sections.get(1)).hasToString("</s>\t4\n的\t4\n词性\t3\n是\t2\n动词\t1\n");
    assertThat(sections.get(2))
        .hasToString(
            """
            <s> 的\t3
            <s> 词性\t1
            的 </s>\t1
            的 的\t1
            的 词性\t2
            词性 </s>\t1
            词性 是\t2
            是 </s>\t1
            是 动词\t1
            动词 </s>\t1
            """);
    assertThat(sections.get(3))
        .hasToString(
            """
            <s> 的 的\t1
            <s> 的 词性\t2
            的 的 </s>\t1
            <s> 词性 是\t1
            的 词性 </s>\t1
            的 词性 是\t1
            词性 是 </s>\t1
            词性 是 动词\t1
            是 动词 </s>\t1
            """);
  }

  /** A context with children in two buckets is written by the first of them. */
  @Test
  void textIsKeyedByTheBucketThatOwnsIt() throws IOException {
    run();
    BucketTable table =
        BucketTable.fromBytes(Files.readAllBytes(directory.resolve("counts/buckets")), "buckets");
    int[] ids = {1, 3, 4, 5, 6};
    String[] words = {"<s> ", "的 ", "词性 ", "是 ", "动词 "};
    for (int i = 0; i < ids.length; i++) {
      int bucket = table.bucketOf(new int[] {ids[i]}, 0, 1);
      String context = words[i];
      assertThat(bigrams.get(bucket).lines()).anyMatch(line -> line.startsWith(context));
    }
    assertThat(String.join("", bigrams.values())).isEqualTo(sections.get(2).toString());
  }

  @Test
  void noBucketGivesNoText() throws Exception {
    useVocabulary(directory.resolve("counts/vocabulary"));
    driver.withInput(new IntWritable(0), new BytesWritable(buckets.get(0)));
    DrivenTask.withoutRecords(driver.getContext());
    driver.run();
    assertThat(sections).isEmpty();
  }

  /** The vocabulary beside the counts is of another text, and has one word, id 3. */
  @Test
  void countsThatDoNotFitTheirVocabularyAreDamaged() throws Exception {
    SectionFixture.vocabulary(other, Map.of("a", 1L));
    useVocabulary(other);
    Job job = Job.getInstance(new Configuration());
    BucketInputFormat.setInputs(
        job, List.of(LocalChain.hadoop(directory.resolve("counts/shards"))));
    DrivenTask.reads(driver.getContext(), new BucketInputFormat().getSplits(job).get(0));
    driver.withInput(new IntWritable(0), new BytesWritable(buckets.get(0)));
    assertThatThrownBy(driver::run)
        .isInstanceOf(Failure.class)
        .hasMessageMatching(
            "file:"
                + directory.resolve("counts")
                + " is damaged: bucket 0 of part-r-00000 does not"
                + " fit the files beside it \\(.+\\); ngram-job validate says more, copy or make it"
                + " again")
        .hasCauseInstanceOf(IndexOutOfBoundsException.class)
        .extracting(e -> ((Failure) e).exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
