// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Writes a count shard: buckets of trie nodes, then a footer.
 *
 * <p>In: per bucket {@link #begin}, stripes in {@link ContextOrder}, {@link #end}; buckets
 * ascending, empty ones included. Out: per bucket one section of nodes per depth, in context order,
 * with a checksum; the footer tells where each bucket lies, the part's {@link CountStatistics} and
 * what its buckets know of {@link UpperNodes}. The bytes of a bucket do not depend on the shard it
 * is in.
 */
public final class CountShardWriter implements StripeSink {
  private final int order;
  private final BucketFileWriter file;
  private final TrieBuilder builder;
  private final NodeSections nodes;
  private final UpperNodes upper = new UpperNodes();
  private int bucket;

  public CountShardWriter(int order, BucketTable buckets, OutputStream out) {
    this.order = order;
    this.file = new BucketFileWriter(out);
    this.nodes = new NodeSections();
    this.builder = new TrieBuilder(order, buckets, nodes);
  }

  public void begin(int newBucket) {
    bucket = newBucket;
    nodes.clear();
    builder.begin(newBucket);
  }

  @Override
  public void stripe(Stripe stripe) throws IOException {
    builder.stripe(stripe);
  }

  /** Completes and writes the bucket. */
  public void end() throws IOException {
    builder.end();
    ByteWriter head = new ByteWriter(16 * order);
    for (ByteWriter section : nodes.sections) {
      head.writeVarLong(section.length());
    }
    file.write(head);
    for (ByteWriter section : nodes.sections) {
      file.write(section);
    }
    file.endBucket(bucket);
  }

  /** Writes the footer; the stream stays open. */
  public void finish() throws IOException {
    ByteWriter addition = new ByteWriter(1 << 12);
    addition.writeVarLong(order);
    nodes.statistics.writeTo(addition);
    upper.writeTo(addition);
    file.finish(addition);
  }

  /** Collects a bucket's nodes by depth. */
  private final class NodeSections implements NodeSink {
    private final ByteWriter[] sections = new ByteWriter[order];
    private final int[] siblings = new int[order];
    private final CountStatistics statistics = new CountStatistics(order);

    NodeSections() {
      for (int depth = 0; depth < order; depth++) {
        sections[depth] = new ByteWriter(1 << 12);
      }
    }

    void clear() {
      for (ByteWriter section : sections) {
        section.clear();
      }
    }

    @Override
    public void complete(
        int[] path, int depth, int children, boolean firstChild, Followers followers) {
      int distance = distance(path, depth, firstChild);
      boolean leaf = NodeCodec.isLeaf(order, depth, depth == 0 ? -1 : path[depth - 1]);
      NodeCodec.write(sections[depth], depth, distance, leaf, children, followers);
      statistics.addAll(depth, followers);
    }

    @Override
    public void partial(
        int[] path, int depth, int children, boolean firstChild, Followers followers) {
      int distance = distance(path, depth, firstChild);
      boolean leaf = NodeCodec.isLeaf(order, depth, depth == 0 ? -1 : path[depth - 1]);
      NodeCodec.writePartial(sections[depth], depth, distance, leaf, children);
      upper.add(Arrays.copyOf(path, depth), followers);
    }

    private int distance(int[] path, int depth, boolean firstChild) {
      if (depth == 0) {
        return 0;
      }
      int id = path[depth - 1];
      int distance = firstChild ? id : id - siblings[depth];
      siblings[depth] = id;
      return distance;
    }
  }
}
