// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ngramjob.ngram.SpecialWords;

/** Count shards in memory, of all buckets, and what a walk finds in them, as text. */
final class ShardFixture {
  private ShardFixture() {}

  /** The file that a reducer of all buckets writes for these blocks. */
  static byte[] write(int order, BucketTable buckets, BlockList blocks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BucketRangeWriter range =
        new BucketRangeWriter(
            buckets, 0, buckets.size(), new CountShardWriter(order, buckets, out));
    new BlockMerger(order).merge(blocks.sorted().source(), range);
    range.finish();
    return out.toByteArray();
  }

  /** Reads the footer as Shards does. */
  static BucketFileFooter footer(byte[] file, String name) {
    int end = Math.min(file.length, BucketFileFooter.TRAILER_BYTES);
    byte[] trailer = Arrays.copyOfRange(file, file.length - end, file.length);
    long offset = BucketFileFooter.footerOffset(trailer, name, file.length);
    return BucketFileFooter.read(Arrays.copyOfRange(file, (int) offset, file.length), name);
  }

  static byte[] bytes(byte[] file, BucketFileFooter.Bucket bucket) {
    int from = (int) bucket.offset();
    return Arrays.copyOfRange(file, from, from + bucket.length());
  }

  /** Every node as {@code [reversed context] word:raw/adjusted …}; checks all checksums. */
  static List<String> nodes(BucketTable buckets, byte[] file) throws IOException {
    BucketFileFooter footer = footer(file, "shard");
    CountShardFooter shard = CountShardFooter.of(footer);
    UpperNodes upper = shard.upper();
    upper.reportToParents();
    List<String> nodes = new ArrayList<>();
    for (BucketFileFooter.Bucket bucket : shard.buckets()) {
      byte[] bytes = bytes(file, bucket);
      bucket.check(bytes, footer.name());
      nodes.addAll(nodes(shard.order(), buckets, upper, bucket.number(), bytes));
    }
    return nodes;
  }

  /** The nodes that one bucket owns. */
  static List<String> nodes(
      int order, BucketTable buckets, UpperNodes upper, int bucket, byte[] bytes)
      throws IOException {
    List<String> texts = new ArrayList<>();
    new TrieWalk(order, buckets, upper)
        .walk(
            bucket,
            bytes,
            bytes.length,
            (nodes, depth) -> {
              if (nodes[depth].isOwned()) {
                texts.add(text(nodes, depth));
              }
            });
    return texts;
  }

  private static String text(TrieNode[] nodes, int depth) {
    StringBuilder context = new StringBuilder();
    for (int d = 1; d <= depth; d++) {
      context.append(d == 1 ? "" : " ").append(nodes[d].id());
    }
    return "[" + context + "] " + FollowerGatheringTest.text(nodes[depth].followers());
  }

  /** The blocks of some random sentences with words 3 … 11. */
  static BlockList randomBlocks(int order, BucketTable buckets, Random random) throws IOException {
    BlockList blocks = new BlockList();
    BlockWriter writer = new BlockWriter(order, buckets, 60, blocks);
    SentenceBuffer buffer = new SentenceBuffer(order, 1, 12);
    for (int i = 0; i < 40; i++) {
      buffer.begin();
      for (int k = random.nextInt(7); k > 0; k--) {
        buffer.add(SpecialWords.FIRST_WORD + random.nextInt(9));
      }
      buffer.end();
      if (i % 15 == 14) {
        buffer.drainTo(writer);
        writer.flush();
      }
    }
    return blocks;
  }
}
