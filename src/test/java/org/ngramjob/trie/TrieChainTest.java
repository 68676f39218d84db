// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.ngram.SpecialWords;

/** Sentences through buffer, blocks, merge, shards and walk, against counting windows in a map. */
@SuppressWarnings("ArrayRecordComponent")
class TrieChainTest {
  private static final int VOCABULARY = 12;

  @ParameterizedTest(name = "order {0}, {1} buffers, {2} bytes a block, {3} shards, {4} boundaries")
  @CsvSource({
    "1, 1, 1000, 1, 0",
    "1, 5, 8, 1, 0",
    "2, 1, 1000, 1, 0",
    "2, 7, 16, 3, 4",
    "3, 3, 8, 1, 0",
    "3, 3, 100, 2, 9",
    "4, 2, 30, 4, 20",
    "5, 1, 1000, 1, 0",
    "5, 9, 20, 3, 30",
    "9, 4, 50, 2, 12"
  })
  void countsEqualWindows(int order, int buffers, int blockBytes, int shards, int boundaries)
      throws IOException {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      List<int[]> sentences = sentences(random);
      BucketTable buckets = buckets(random, order, boundaries);
      BlockList blocks = blocks(sentences, order, buffers, blockBytes, buckets);
      Map<String, String> counts = walk(order, buckets, build(order, buckets, blocks, shards));
      assertThat(counts).isEqualTo(expected(sentences, order));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 5", "5, 14"})
  void bucketBytesDoNotDependOnRunsOrShards(int order, int boundaries) throws IOException {
    Random random = new Random(7);
    List<int[]> sentences = sentences(random);
    BucketTable buckets = buckets(random, order, boundaries);
    List<Shard> one = build(order, buckets, blocks(sentences, order, 1, 1000, buckets), 1);
    List<Shard> many = build(order, buckets, blocks(sentences, order, 9, 10, buckets), 4);
    assertThat(bucketBytes(many).equals(bucketBytes(one))).isTrue();
    assertThat(bucketBytes(one)).hasSize(buckets.size());
  }

  private static List<String> bucketBytes(List<Shard> shards) {
    List<String> bytes = new ArrayList<>();
    for (Shard shard : shards) {
      for (BucketFileFooter.Bucket bucket : shard.footer.buckets()) {
        int from = (int) bucket.offset();
        bytes.add(Arrays.toString(Arrays.copyOfRange(shard.bytes, from, from + bucket.length())));
      }
    }
    return bytes;
  }

  private record Shard(CountShardFooter footer, byte[] bytes) {}

  private static List<int[]> sentences(Random random) {
    List<int[]> sentences = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int[] words = new int[random.nextInt(9)];
      for (int k = 0; k < words.length; k++) {
        double skewed = random.nextDouble() * random.nextDouble();
        words[k] = random.nextInt(20) == 0 ? 0 : 3 + (int) (skewed * (VOCABULARY - 3));
      }
      sentences.add(words);
    }
    return sentences;
  }

  private static BucketTable buckets(Random random, int order, int boundaries) {
    TreeMap<String, int[]> sorted = new TreeMap<>();
    for (int i = 0; i < boundaries; i++) {
      int[] boundary = new int[1 + random.nextInt(3)];
      for (int k = 0; k < boundary.length; k++) {
        boundary[k] = 3 + random.nextInt(VOCABULARY - 3);
      }
      StringBuilder key = new StringBuilder();
      for (int id : boundary) {
        key.append((char) ('a' + id));
      }
      sorted.put(key.toString(), boundary);
    }
    List<int[]> all = new ArrayList<>(List.of(new int[0]));
    all.addAll(sorted.values());
    return BucketTable.of(all).truncate(order - 1);
  }

  private static BlockList blocks(
      List<int[]> sentences, int order, int buffers, int blockBytes, BucketTable buckets)
      throws IOException {
    BlockList blocks = new BlockList();
    SentenceBuffer buffer = new SentenceBuffer(order, 1, VOCABULARY);
    BlockWriter writer = new BlockWriter(order, buckets, blockBytes, blocks);
    for (int part = 0; part < buffers; part++) {
      for (int i = part; i < sentences.size(); i += buffers) {
        buffer.begin();
        for (int word : sentences.get(i)) {
          buffer.add(word);
        }
        buffer.end();
      }
      buffer.drainTo(writer);
      writer.flush();
    }
    return blocks.sorted();
  }

  private static List<Shard> build(int order, BucketTable buckets, BlockList blocks, int shardCount)
      throws IOException {
    List<Shard> shards = new ArrayList<>();
    for (int part = 0; part < shardCount; part++) {
      int from = buckets.size() * part / shardCount;
      int to = buckets.size() * (part + 1) / shardCount;
      BlockList own = blocks.ofBuckets(buckets, from, to);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BucketRangeWriter writer =
          new BucketRangeWriter(buckets, from, to, new CountShardWriter(order, buckets, out));
      new BlockMerger(order).merge(own.source(), writer);
      writer.finish();
      shards.add(read(out.toByteArray()));
    }
    return shards;
  }

  private static Shard read(byte[] bytes) {
    byte[] trailer =
        Arrays.copyOfRange(bytes, bytes.length - BucketFileFooter.TRAILER_BYTES, bytes.length);
    long footer = BucketFileFooter.footerOffset(trailer, "shard", bytes.length);
    return new Shard(
        CountShardFooter.of(
            BucketFileFooter.read(Arrays.copyOfRange(bytes, (int) footer, bytes.length), "shard")),
        bytes);
  }

  /** n-gram in text order → "raw adjusted", from a walk over all shards. */
  private static Map<String, String> walk(int order, BucketTable buckets, List<Shard> shards)
      throws IOException {
    UpperNodes upper = new UpperNodes();
    CountStatistics statistics = new CountStatistics(order);
    for (Shard shard : shards) {
      upper.addAll(shard.footer.upper());
      statistics.add(shard.footer.statistics());
    }
    upper.reportToParents();
    upper.addTo(statistics);
    Map<String, String> counts = new TreeMap<>();
    CountStatistics met = new CountStatistics(order);
    for (Shard shard : shards) {
      for (BucketFileFooter.Bucket bucket : shard.footer.buckets()) {
        int from = (int) bucket.offset();
        byte[] bytes = Arrays.copyOfRange(shard.bytes, from, from + bucket.length());
        new TrieWalk(order, buckets, upper)
            .walk(
                bucket.number(),
                bytes,
                bytes.length,
                (nodes, depth) -> {
                  if (nodes[depth].isOwned()) {
                    met.addAll(depth, nodes[depth].followers());
                    collect(nodes, depth, counts);
                  }
                });
      }
    }
    for (int n = 1; n <= order; n++) {
      assertThat(met.ngrams(n)).isEqualTo(statistics.ngrams(n));
      assertThat(met.total(n)).isEqualTo(statistics.total(n));
      for (int c = 1; c <= 4; c++) {
        assertThat(met.rawCountOfCount(n, c)).isEqualTo(statistics.rawCountOfCount(n, c));
        assertThat(met.adjustedCountOfCount(n, c)).isEqualTo(statistics.adjustedCountOfCount(n, c));
      }
    }
    return counts;
  }

  private static void collect(TrieNode[] nodes, int depth, Map<String, String> counts) {
    Followers followers = nodes[depth].followers();
    for (int i = 0; i < followers.size(); i++) {
      StringBuilder ngram = new StringBuilder();
      for (int d = depth; d > 0; d--) {
        ngram.append(nodes[d].id()).append(' ');
      }
      ngram.append(followers.word(i));
      String before = counts.put(ngram.toString(), followers.raw(i) + " " + followers.adjusted(i));
      assertThat(before).as("n-gram met twice: %s", ngram).isNull();
    }
  }

  private static Map<String, String> expected(List<int[]> sentences, int order) {
    Map<String, Long> raw = new TreeMap<>();
    Map<String, Set<Integer>> left = new TreeMap<>();
    for (int[] words : sentences) {
      int[] ids = new int[words.length + 2];
      ids[0] = SpecialWords.BEGIN;
      System.arraycopy(words, 0, ids, 1, words.length);
      ids[ids.length - 1] = SpecialWords.END;
      for (int end = 1; end < ids.length; end++) {
        for (int from = end; from >= Math.max(0, end - order + 1); from--) {
          StringBuilder ngram = new StringBuilder();
          for (int i = from; i < end; i++) {
            ngram.append(ids[i]).append(' ');
          }
          ngram.append(ids[end]);
          raw.merge(ngram.toString(), 1L, Long::sum);
          boolean longest = end - from + 1 == order || from == 0;
          if (!longest) {
            left.computeIfAbsent(ngram.toString(), key -> new HashSet<>()).add(ids[from - 1]);
          }
        }
      }
    }
    Map<String, String> expected = new TreeMap<>();
    raw.forEach(
        (ngram, count) -> {
          Set<Integer> neighbours = left.get(ngram);
          expected.put(ngram, count + " " + (neighbours == null ? count : neighbours.size()));
        });
    return expected;
  }
}
