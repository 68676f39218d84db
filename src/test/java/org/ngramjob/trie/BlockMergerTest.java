// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockMergerTest {
  private static final BucketTable TWO = BucketTable.of(List.of(new int[0], new int[] {4, 8}));

  private static BlockList compact(int order, BucketTable buckets, int blockBytes, BlockList in)
      throws IOException {
    BlockList out = new BlockList();
    new BlockMerger(order)
        .compact(in.sorted().source(), new BlockWriter(order, buckets, blockBytes, out), out);
    return out;
  }

  private static BlockList run(String... stripes) throws IOException {
    return BlockList.of(3, TWO, 1000, stripes);
  }

  private static BlockList runs(BlockList... runs) {
    BlockList all = new BlockList();
    for (BlockList run : runs) {
      all.addAll(run);
    }
    return all;
  }

  @Test
  void addsUpEqualContextsAndFollowers() throws IOException {
    BlockList all =
        runs(
            run("1: 3x1 5x2", "4 5: 7x1"),
            run("1: 2x1 5x3 9x1", "4 6: 7x1"),
            run("1: 5x1", "3 1: 2x1"));
    assertThat(all.sorted().merged(3))
        .containsExactly("1: 2x1 3x1 5x6 9x1", "3 1: 2x1", "4 5: 7x1", "4 6: 7x1");
  }

  @Test
  void mergesNothing() throws IOException {
    assertThat(new BlockList().merged(3)).isEmpty();
    assertThat(compact(3, TWO, 1000, new BlockList()).size()).isZero();
  }

  /** The first and last block overlap with none, the two between with each other. */
  @Test
  void compactingPassesOnWhatDoesNotOverlap() throws IOException {
    BlockList first = run("1: 3x1", "3 1: 2x1");
    BlockList second = run("3 4: 2x1", "4 5: 7x1");
    BlockList third = run("3 9: 2x1");
    BlockList last = run("4 8: 1x1 2x1 3x1");
    BlockList out = compact(3, TWO, 1000, runs(last, third, second, first));
    assertThat(out.size()).isEqualTo(3);
    assertThat(out.bytes(0)).isEqualTo(first.bytes(0));
    assertThat(out.context(0)).isEqualTo("1");
    assertThat(out.stripes(3, 1)).containsExactly("3 4: 2x1", "3 9: 2x1", "4 5: 7x1");
    assertThat(out.context(1)).isEqualTo("3 4");
    assertThat(out.bytes(2)).isEqualTo(last.bytes(0));
  }

  /** Bytes that no writer of ours would make show that a block was not even read. */
  @Test
  void passedOnBlocksAreNotRewritten() throws IOException {
    BlockList in = new BlockList();
    BlockList good = run("3 4: 2x1");
    byte[] odd = good.bytes(0).clone();
    odd[0] = 0; // Says that the counts are told; none is.
    in.add(new int[] {3, 4}, odd);
    assertThat(compact(3, TWO, 1000, in).bytes(0)).isEqualTo(odd);
  }

  /** One ends with the context at which the other begins. */
  @Test
  void blocksThatShareOneContextOverlap() throws IOException {
    BlockList out = compact(3, TWO, 1000, runs(run("1: 3x1", "3 1: 2x1"), run("3 1: 2x1")));
    assertThat(out.stripes(3)).containsExactly("1: 3x1", "3 1: 2x2");
  }

  @Test
  void mergedBlocksDoNotCrossABucketEither() throws IOException {
    BlockList out =
        compact(3, TWO, 1000, runs(run("4 5: 2x1", "4 8: 2x1"), run("4 5: 2x1", "4 8: 3x1")));
    assertThat(out.size()).isEqualTo(2);
    assertThat(out.stripes(3, 0)).containsExactly("4 5: 2x2");
    assertThat(out.stripes(3, 1)).containsExactly("4 8: 2x1 3x1");
  }

  /** A merger has no memory of what it merged before. */
  @Test
  void isUsedAgain() throws IOException {
    BlockMerger merger = new BlockMerger(3);
    for (int i = 0; i < 2; i++) {
      List<String> stripes = new ArrayList<>();
      BlockList all = runs(run("1: 3x1 4x1"), run("1: 2x1 3x1"));
      merger.merge(all.sorted().source(), stripe -> stripes.add(BlockList.text(stripe)));
      assertThat(stripes).containsExactly("1: 2x1 3x2 4x1");
    }
  }

  /** Runs of random stripes, lists longer than a block among them, against a map. */
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 8", "20, 8", "40, 100", "5, 100000"})
  void randomRuns(int runs, int blockBytes) throws IOException {
    Random random = new Random(runs);
    Map<String, Map<Integer, Long>> sums = new TreeMap<>();
    BlockList all = new BlockList();
    for (int run = 0; run < runs; run++) {
      Map<String, Map<Integer, Long>> own = new TreeMap<>();
      for (int i = 0; i < 60; i++) {
        String context = (3 + random.nextInt(6)) + " " + (3 + random.nextInt(6));
        int word = 2 + random.nextInt(random.nextInt(4) == 0 ? 90 : 9);
        own.computeIfAbsent(context, key -> new TreeMap<>()).merge(word, 1L, Long::sum);
        sums.computeIfAbsent(context, key -> new TreeMap<>()).merge(word, 1L, Long::sum);
      }
      all.addAll(BlockList.of(3, TWO, blockBytes, texts(own).toArray(String[]::new)));
    }
    assertThat(all.sorted().merged(3)).isEqualTo(texts(sums));
    BlockList compacted = compact(3, TWO, blockBytes, all);
    assertThat(compacted.merged(3)).isEqualTo(texts(sums));
    assertThat(compacted.sorted().stripes(3)).isEqualTo(compacted.stripes(3));
  }

  private static List<String> texts(Map<String, Map<Integer, Long>> stripes) {
    List<String> texts = new ArrayList<>();
    stripes.forEach(
        (context, followers) -> {
          StringBuilder text = new StringBuilder(context).append(':');
          followers.forEach((word, count) -> text.append(' ').append(word + "x" + count));
          texts.add(text.toString());
        });
    return texts;
  }
}
