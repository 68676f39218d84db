// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.SameCounts;
import org.ngramjob.trie.BucketTable;

/** Counts of days added up in the local runner, against counting their text at once. */
class MergeChainTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "3, 3", "7, 5"})
  void daysAddUpToTheirTextAtOnce(int number, int order) throws IOException {
    Days days = new Days(directory, order);
    String[] texts = Days.texts(number, order);
    Path[] counts = days.countEach(texts);
    SameCounts.check(days.merge(counts), days.count(texts));
  }

  /**
   * Hot words are split in the counts at once, and elsewhere or not at all in each of the parts.
   */
  @ParameterizedTest
  @CsvSource({"3, 1", "3, 40", "5, 7"})
  void bucketsAreThoseOfTheTextAtOnce(int order, int weight) throws IOException {
    Days days = new Days(directory, order).with("ngramjob.vocabulary.bucket-weight", weight);
    String[] texts = Days.texts(3, order);
    Path[] counts = days.countEach(texts);
    Path merged = days.merge(counts);
    SameCounts.check(merged, days.count(texts));
    BucketTable buckets =
        BucketTable.fromBytes(Files.readAllBytes(merged.resolve("buckets")), "buckets");
    assertThat(buckets.truncate(1).size()).isLessThan(buckets.size());
  }

  /** However parts and sum are cut into tasks, buffers and blocks. */
  @Test
  void reducersAndBuffersDoNotShow() throws IOException {
    Days days = new Days(directory, 3).with("ngramjob.vocabulary.bucket-weight", 30);
    String[] texts = Days.texts(3, 3);
    Path[] counts = new Path[3];
    for (int i = 0; i < 3; i++) {
      counts[i] = days.with("mapreduce.job.reduces", 1 + 3 * i).count(texts[i]);
    }
    Path once = days.count(texts);
    days.with("mapreduce.job.reduces", 5)
        .with("ngramjob.count.buffer-tokens", 40)
        .with("ngramjob.count.block-bytes", 50)
        .with("ngramjob.store.split-bytes", 500);
    SameCounts.check(days.merge(counts), once);
    SameCounts.check(
        days.with("mapreduce.job.reduces", 1).merge(counts[2], counts[0], counts[1]), once);
  }

  /** No word in common, all words in common, one day of no words, one of nothing at all. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void daysOfAllKinds(int order) throws IOException {
    String[][] weeks = {
      {"a b a\nc\n", "词 性\n\n性 词 词\n"},
      {"a b a\nc\n", "c a\nb b a\n"},
      {"a b a\nc\n", "\n\n"},
      {"", "a b a\nc\n"},
      {"\n", ""},
      {"", ""}
    };
    Days days = new Days(directory, order).with("ngramjob.vocabulary.bucket-weight", 2);
    for (String[] texts : weeks) {
      SameCounts.check(days.merge(days.countEach(texts)), days.count(texts));
    }
  }

  @Test
  void sumsCanBeAddedUpAgain() throws IOException {
    Days days = new Days(directory, 3);
    String[] texts = Days.texts(3, 3);
    Path[] counts = days.countEach(texts);
    Path two = days.merge(counts[0], counts[1]);
    SameCounts.check(days.merge(two, counts[2]), days.count(texts));
    SameCounts.check(days.merge(two), days.count(texts[0], texts[1]));
  }

  /** Limits are for the sum: words rare on every day may be frequent in the week. */
  @ParameterizedTest
  @CsvSource({"min-word-count, 4", "size, 30"})
  void limitsHoldForTheSum(String limit, int number) throws IOException {
    Days days = new Days(directory, 3).with("ngramjob.vocabulary.bucket-weight", 40);
    String[] texts = Days.texts(3, 3);
    Path[] counts = days.countEach(texts);
    days.with("ngramjob.vocabulary." + limit, number);
    Path merged = days.merge(counts);
    SameCounts.check(merged, days.count(texts));
    assertThat(Files.readString(merged.resolve("vocabulary/header.json")))
        .doesNotContain("\"unknownTokens\": 0");
  }

  /** What jieba cuts, and what was left out of the text by reason. */
  @Test
  void chineseTextWithSpecialWordsAndBlankLines() throws IOException {
    Days days = new Days(directory, 3).segmentedBy("jieba");
    String[] texts = {"判断这个词的词性。<s> 北京的天气很好！\n\n", "磁性很强的磁铁\n<unk>\n\n判断单词的词性\n"};
    Path merged = days.merge(days.countEach(texts));
    SameCounts.check(merged, days.count(texts));
    assertThat(Files.readString(merged.resolve("vocabulary/header.json")))
        .contains("\"blank-lines\": 3", "\"special-words\": 2");
  }

  /** What a part file says beside its sections has no checksum: here, how many sentences. */
  @Test
  void partFilesMustAgreeWithTheirHeaders() throws IOException {
    Days days = new Days(directory, 2).with("mapreduce.job.reduces", 1);
    Path counts = days.count("a b a\nc\n");
    Path part = counts.resolve("vocabulary/part-r-00000");
    byte[] bytes = Files.readAllBytes(part);
    // Three sums of eight bytes stand before a tail of sixteen.
    int sentences = bytes.length - 40;
    assertThat(bytes[sentences]).isEqualTo((byte) 2);
    bytes[sentences] = 3;
    Files.write(part, bytes);
    assertThatThrownBy(() -> days.merge(counts))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("vocabulary make 3 sentences, the headers 2: one is damaged");
  }
}
