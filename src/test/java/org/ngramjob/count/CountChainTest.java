// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** All n-grams with both counts, and the header's sums over them. */
  static void assertCounts(CountsOnDisk counts, ReferenceCounts reference) {
    assertThat(counts.header().order()).isEqualTo(reference.order());
    for (int n = 1; n <= reference.order(); n++) {
      // Not by AssertJ's map assertion, whose message would hold both maps.
      assertThat(counts.raw(n).equals(reference.raw(n))).as("raw counts of order %d", n).isTrue();
      assertThat(counts.adjusted(n).equals(reference.adjusted(n)))
          .as("adjusted counts of order %d", n)
          .isTrue();
      assertThat(counts.header().orders().get(n - 1))
          .isEqualTo(
              new OrderSums(
                  reference.raw(n).size(),
                  sum(reference.raw(n).values()),
                  sum(reference.adjusted(n).values()),
                  countsOfCounts(reference.raw(n).values()),
                  countsOfCounts(reference.adjusted(n).values())));
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

  /** Nothing shows of how text is cut into tasks, memory into buffers, buckets into files. */
  @ParameterizedTest
  @CsvSource({"2, 150", "3, 100", "5, 100"})
  void bytesDoNotDependOnTheCut(int order, int weight) throws IOException {
    String text = RandomCorpus.text(RandomCorpus.sentences(5, 600, 80));
    CountsOnDisk one = check(cut("one", weight, text.getBytes(UTF_8).length, 1), text, order);
    assertThat(one.parts()).isOne();
    assertThat(one.header().buckets()).isGreaterThan(20);
    CountsOnDisk many =
        check(cut("many", weight, 1 + text.getBytes(UTF_8).length / 3, 7), text, order);
    assertThat(many.parts()).isEqualTo(7);
    assertSameBytes(many, one);
    LocalChain tiny =
        cut("tiny", weight, 1 + text.getBytes(UTF_8).length / 2, 3)
            .with("ngramjob.count.buffer-tokens", 50)
            .with("ngramjob.count.block-bytes", 24)
            .with("mapreduce.map.combine.minspills", 2)
            .with("mapreduce.task.io.sort.mb", 1)
            .with("mapreduce.task.io.sort.factor", 2)
            .with("mapreduce.map.sort.spill.percent", 0.02);
    assertSameBytes(check(tiny, text, order), one);
    CountsOnDisk unsplit = check(cut("unsplit", 0, text.getBytes(UTF_8).length, 2), text, order);
    assertThat(unsplit.header().buckets()).isLessThan(one.header().buckets());
    assertThat(unsplit.header().orders()).isEqualTo(one.header().orders());
  }

  private LocalChain cut(String name, long bucketWeight, int splitBytes, int reducers) {
    return new LocalChain(directory.resolve(name))
        .with("ngramjob.vocabulary.bucket-weight", bucketWeight)
        .with("mapreduce.input.fileinputformat.split.maxsize", splitBytes)
        .with("mapreduce.job.reduces", reducers);
  }

  private static void assertSameBytes(CountsOnDisk counts, CountsOnDisk expected)
      throws IOException {
    for (String file : new String[] {"upper", "buckets", "header.json"}) {
      assertThat(counts.file(file)).as(file).isEqualTo(expected.file(file));
    }
    assertThat(counts.buckets("shards"))
        .usingRecursiveComparison()
        .isEqualTo(expected.buckets("shards"));
  }
}
