// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceText;
import org.ngramjob.testing.CountsOnDisk;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.CountHeader.OrderSums;

/** Text to count shards in the local runner, against counts in hash maps. */
class CountChainTest {
  @TempDir private Path directory;

  private CountsOnDisk check(LocalChain chain, String text, int order) throws IOException {
    CountsOnDisk counts = chain.count(chain.write(text), order);
    assertCounts(counts, new ReferenceCounts(ReferenceText.sentences(text), order));
    return counts;
  }

  /**
   * All n-grams with both counts, and the header's sums over them.
   *
   * @param reference of the same order or a higher one
   */
  static void assertCounts(CountsOnDisk counts, ReferenceCounts reference) throws IOException {
    int order = counts.header().order();
    long[] met = new long[order + 1];
    counts.forEach(
        (ngram, raw, adjusted) -> {
          int n = ngram.size();
          long expected =
              (n == order ? reference.raw(n) : reference.adjusted(n)).getOrDefault(ngram, 0L);
          if (raw != reference.raw(n).getOrDefault(ngram, 0L) || adjusted != expected) {
            fail("%s: %d, %d instead of %d", ngram, raw, adjusted, expected);
          }
          met[n]++;
        });
    for (int n = 1; n <= order; n++) {
      Map<List<String>, Long> raw = reference.raw(n);
      Map<List<String>, Long> adjusted = n == order ? raw : reference.adjusted(n);
      assertThat(met[n]).as("n-grams of order %d", n).isEqualTo(raw.size());
      assertThat(counts.header().orders().get(n - 1))
          .isEqualTo(
              new OrderSums(
                  raw.size(),
                  sum(raw.values()),
                  sum(adjusted.values()),
                  countsOfCounts(raw.values()),
                  countsOfCounts(adjusted.values())));
    }
  }

  private static long sum(Iterable<Long> counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private static List<Long> countsOfCounts(Iterable<Long> counts) {
    Long[] n = {0L, 0L, 0L, 0L, 0L, 0L};
    for (long count : counts) {
      if (count <= n.length) {
        n[(int) count - 1]++;
      }
    }
    return List.of(n);
  }

  @ParameterizedTest
  @CsvSource({"1, 400, 60", "2, 400, 60", "3, 400, 60", "5, 400, 60", "10, 100, 9"})
  void countsEqualTheReference(int order, int sentences, int words) throws IOException {
    String text = RandomCorpus.text(RandomCorpus.sentences(order, sentences, words));
    check(new LocalChain(directory), text, order);
  }

  /** One word: {@code <s> a </s>}. */
  @Test
  void aTextOfOneToken() throws IOException {
    CountsOnDisk counts = check(new LocalChain(directory), "a", 5);
    assertThat(counts.raw(1)).containsOnlyKeys(List.of("a"), List.of("</s>"));
    assertThat(counts.raw(3)).containsOnlyKeys(List.of("<s>", "a", "</s>"));
    assertThat(counts.raw(4)).isEmpty();
  }

  @Test
  void linesWithoutWordsAreSentences() throws IOException {
    CountsOnDisk counts = check(new LocalChain(directory), "\n\na b\n\n", 3);
    assertThat(counts.raw(2)).containsEntry(List.of("<s>", "</s>"), 3L);
  }

  /** No line end anywhere, and a hundred times more words than the mapper's buffer holds. */
  @Test
  void oneSentenceLongerThanTheBuffer() throws IOException {
    LocalChain chain = new LocalChain(directory).with("ngramjob.count.buffer-tokens", 200);
    String text =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "w" + i * (long) i % 977)
            .collect(Collectors.joining(" "));
    check(chain, text, 5);
  }

  /** Ids need 18 bits. */
  @Test
  void moreWordsThanFitSixteenBits() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 70_000; i += 7) {
      int first = i;
      lines.add(
          IntStream.range(first, first + 7)
              .mapToObj(k -> "w" + k * 31L % 70_000)
              .collect(Collectors.joining(" ")));
    }
    lines.add("w69999 w69998 w1 w69999 w69998");
    CountsOnDisk counts = check(new LocalChain(directory), String.join("\n", lines) + "\n", 3);
    assertThat(counts.words()).hasSize(70_003);
  }

  /** Buckets cut in another way hold the same counts. */
  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "3, 100", "5, 7"})
  void countsDoNotDependOnBuckets(int order, int weight) throws IOException {
    String text = RandomCorpus.text(RandomCorpus.sentences(5, 300, 80));
    LocalChain chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.bucket-weight", weight)
            .with("mapreduce.job.reduces", 3);
    CountsOnDisk counts = check(chain, text, order);
    assertThat(counts.header().buckets()).isGreaterThan(20);
    assertThat(counts.parts()).isEqualTo(3);
  }
}
