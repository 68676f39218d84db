// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Blocks in memory: collects them as a sink, sorts them as a shuffle would, gives them back. And
 * stripes as text: {@code "4 5: 7x1 9x2"}, the reversed context and its followers with counts.
 */
public final class BlockList implements BlockSink {
  private final List<int[]> contexts = new ArrayList<>();
  private final List<byte[]> blocks = new ArrayList<>();

  /** The blocks that a writer makes of these stripes. */
  static BlockList of(int order, BucketTable buckets, int blockBytes, String... stripes)
      throws IOException {
    BlockList list = new BlockList();
    BlockWriter writer = new BlockWriter(order, buckets, blockBytes, list);
    for (String stripe : stripes) {
      writer.stripe(stripe(stripe));
    }
    writer.flush();
    return list;
  }

  static BucketTable oneBucket() {
    return BucketTable.of(List.of(new int[0]));
  }

  static Stripe stripe(String text) {
    String[] parts = text.split(": ", -1);
    int[] context = ids(parts[0]);
    Stripe stripe = new Stripe(context.length + 1);
    stripe.begin(context, context.length);
    for (String follower : parts[1].split(" ", -1)) {
      String[] pair = follower.split("x", -1);
      stripe.add(Integer.parseInt(pair[0]), Long.parseLong(pair[1]));
    }
    return stripe;
  }

  static String text(Stripe stripe) {
    StringBuilder text = new StringBuilder(text(stripe.context(), stripe.depth())).append(':');
    for (int i = 0; i < stripe.size(); i++) {
      text.append(' ').append(stripe.word(i)).append('x').append(stripe.count(i));
    }
    return text.toString();
  }

  static String text(int[] context, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(i == 0 ? "" : " ").append(context[i]);
    }
    return text.toString();
  }

  static int[] ids(String text) {
    return text.isEmpty()
        ? new int[0]
        : Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public void block(int[] context, int depth, byte[] bytes, int length) {
    add(Arrays.copyOf(context, depth), Arrays.copyOf(bytes, length));
  }

  void add(int[] context, byte[] block) {
    contexts.add(context);
    blocks.add(block);
  }

  void addAll(BlockList other) {
    contexts.addAll(other.contexts);
    blocks.addAll(other.blocks);
  }

  int size() {
    return blocks.size();
  }

  /** The context at which a block says it begins, as text. */
  String context(int block) {
    return text(contexts.get(block), contexts.get(block).length);
  }

  byte[] bytes(int block) {
    return blocks.get(block);
  }

  /** The stripes of one block, as text. */
  List<String> stripes(int order, int block) {
    BlockReader reader = new BlockReader(order);
    reader.open(bytes(block), bytes(block).length);
    List<String> stripes = new ArrayList<>();
    while (reader.next()) {
      stripes.add(text(reader.stripe()));
    }
    return stripes;
  }

  /** All stripes in the order of the blocks. */
  List<String> stripes(int order) {
    List<String> stripes = new ArrayList<>();
    for (int block = 0; block < size(); block++) {
      stripes.addAll(stripes(order, block));
    }
    return stripes;
  }

  /** All stripes, merged. */
  List<String> merged(int order) throws IOException {
    List<String> stripes = new ArrayList<>();
    new BlockMerger(order).merge(source(), stripe -> stripes.add(text(stripe)));
    return stripes;
  }

  /** The blocks of some buckets, in the same order. */
  BlockList ofBuckets(BucketTable buckets, int from, int to) {
    BlockList own = new BlockList();
    for (int i = 0; i < size(); i++) {
      int bucket = buckets.bucketOf(contexts.get(i), 0, contexts.get(i).length);
      if (bucket >= from && bucket < to) {
        own.add(contexts.get(i), blocks.get(i));
      }
    }
    return own;
  }

  /** The same blocks in the order of their contexts. */
  public BlockList sorted() {
    BlockList sorted = new BlockList();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      places.add(i);
    }
    places.sort((i, j) -> Arrays.compare(contexts.get(i), contexts.get(j)));
    places.forEach(i -> sorted.add(contexts.get(i), blocks.get(i)));
    return sorted;
  }

  public BlockSource source() {
    return new BlockSource() {
      private int next;

      @Override
      public boolean next() {
        return next++ < blocks.size();
      }

      @Override
      public int[] context() {
        return contexts.get(next - 1);
      }

      @Override
      public int depth() {
        return context().length;
      }

      @Override
      public byte[] bytes() {
        return blocks.get(next - 1);
      }

      @Override
      public int length() {
        return bytes().length;
      }
    };
  }
}
