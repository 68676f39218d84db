// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.IntWritable;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.WordHash;

class WordBlocksTest {
  /** A block of words and counts: {@code block("a", 2, "词性", 1)}. */
  static BytesWritable block(Object... wordsAndCounts) throws Exception {
    List<byte[]> blocks = new ArrayList<>();
    WordBlocks writer =
        new WordBlocks((partition, bytes, length) -> blocks.add(Arrays.copyOf(bytes, length)));
    for (int i = 0; i < wordsAndCounts.length; i += 2) {
      byte[] utf8 = ((String) wordsAndCounts[i]).getBytes(UTF_8);
      writer.add(0, utf8, 0, utf8.length, ((Number) wordsAndCounts[i + 1]).longValue());
    }
    writer.flush();
    return new BytesWritable(blocks.get(0));
  }

  static Map<String, Long> words(byte[] bytes, int length) throws Exception {
    Map<String, Long> words = new HashMap<>();
    WordBlock.read(
        bytes,
        length,
        (utf8, from, to, count) ->
            assertThat(words.put(new String(utf8, from, to - from, UTF_8), count)).isNull());
    return words;
  }

  @Test
  void everyWordGoesToItsPartition() throws Exception {
    Map<String, Integer> partitions = new HashMap<>();
    Map<String, Long> counts = new HashMap<>();
    WordBlocks blocks =
        new WordBlocks(
            (partition, bytes, length) -> {
              Map<String, Long> words = wordsOf(bytes, length);
              words.keySet().forEach(word -> partitions.put(word, partition));
              counts.putAll(words);
            });
    byte[] text = "词性名词".getBytes(UTF_8);
    blocks.word(text, 0, 6, 3);
    blocks.word(text, 6, 12, 1L << 40);
    blocks.sentences(7);
    assertThat(counts).as("before the flush").isEmpty();
    blocks.flush();
    assertThat(counts).isEqualTo(Map.of("词性", 3L, "名词", 1L << 40, "", 7L));
    assertThat(partitions)
        .isEqualTo(
            Map.of(
                "词性",
                SectionFixture.partition("词性"),
                "名词",
                SectionFixture.partition("名词"),
                "",
                WordBlocks.SENTENCES));
    counts.clear();
    blocks.flush();
    assertThat(counts).isEmpty();
  }

  private static Map<String, Long> wordsOf(byte[] bytes, int length) {
    try {
      return words(bytes, length);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** 40,000 words of 100 bytes are more than one block of 1 MiB, each whole. */
  @Test
  void largeBlocksAreEmittedEarly() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    WordBlocks blocks =
        new WordBlocks((partition, bytes, length) -> sizes.add(wordsOf(bytes, length).size()));
    for (int i = 0; i < 40_000; i++) {
      byte[] utf8 = "%0100d".formatted(i).getBytes(UTF_8);
      blocks.add(5, utf8, 0, utf8.length, 1);
    }
    blocks.flush();
    assertThat(sizes).hasSizeBetween(4, 5);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40_000);
  }

  @Test
  void damageIsNamed() throws Exception {
    BytesWritable block = block("词性", 2);
    assertThatThrownBy(() -> words(block.getBytes(), block.getLength() - 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("a word of 6 bytes at offset 2 of 7");
    byte[] endless = new byte[20];
    Arrays.fill(endless, (byte) 0xff);
    assertThatThrownBy(() -> words(endless, 20)).isInstanceOf(Failure.class);
  }

  @Test
  void reducersGetContiguousRangesOfPartitions() {
    WordPartitioner partitioner = new WordPartitioner();
    BytesWritable block = new BytesWritable();
    for (int reducers : new int[] {1, 3, 7, 64, 100}) {
      int[] reducerOf = new int[WordHash.PARTITIONS];
      for (int i = 0; i < reducerOf.length; i++) {
        reducerOf[i] = partitioner.getPartition(new IntWritable(i), block, reducers);
      }
      assertThat(reducerOf).isSorted();
      assertThat(reducerOf[0]).isZero();
      assertThat(reducerOf[63]).isEqualTo(reducers - 1 - (reducers > 64 ? 1 : 0));
      IntWritable sentences = new IntWritable(WordBlocks.SENTENCES);
      assertThat(partitioner.getPartition(sentences, block, reducers)).isZero();
    }
  }
}
