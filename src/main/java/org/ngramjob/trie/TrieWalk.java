// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.io.IOException;
import java.util.Arrays;
import org.ngramjob.failure.Failure;

/**
 * Walks one bucket of a count shard top-down, reading all depths side by side.
 *
 * <p>In: a bucket's bytes and the complete upper nodes. Out: every node of the bucket, a parent
 * before its children, siblings ascending; upper nodes with their complete followers.
 */
public final class TrieWalk {
  private final int order;
  private final BucketTable buckets;
  private final UpperNodes upper;
  private final ByteReader[] sections;
  private final TrieNode[] nodes;
  private final Followers[] own;
  private final int[] path;

  public TrieWalk(int order, BucketTable buckets, UpperNodes upper) {
    this.order = order;
    this.buckets = buckets;
    this.upper = upper;
    this.sections = new ByteReader[order];
    this.nodes = new TrieNode[order];
    this.own = new Followers[order];
    this.path = new int[order];
    for (int depth = 0; depth < order; depth++) {
      sections[depth] = new ByteReader();
      nodes[depth] = new TrieNode();
      own[depth] = nodes[depth].followers;
    }
  }

  /** Meets all nodes of a bucket, whose bytes stand at the beginning of the array. */
  public void walk(int bucket, byte[] bytes, int length, TrieVisitor visitor) throws IOException {
    ByteReader head = new ByteReader().reset(bytes, 0, length);
    int[] lengths = new int[order];
    for (int depth = 0; depth < order; depth++) {
      lengths[depth] = head.readVarInt();
    }
    int from = head.position();
    for (int depth = 0; depth < order; depth++) {
      if (lengths[depth] > length - from) {
        throw head.damaged("a bucket that is shorter than its " + order + " sections");
      }
      sections[depth].reset(bytes, from, from + lengths[depth]);
      from += lengths[depth];
    }
    visit(bucket, 0, 0, visitor);
    for (ByteReader section : sections) {
      if (section.hasMore() || from < length) {
        throw head.damaged("bytes after the last node of bucket " + bucket);
      }
    }
  }

  private void visit(int bucket, int depth, int siblingId, TrieVisitor visitor) throws IOException {
    TrieNode node = nodes[depth];
    node.followers = own[depth];
    NodeCodec.read(sections[depth], order, depth, node, siblingId);
    if (depth > 0) {
      path[depth - 1] = node.id;
    }
    node.owned = true;
    if (node.partial) {
      int[] context = Arrays.copyOf(path, depth);
      node.owned = buckets.bucketOf(context, 0, depth) == bucket;
      node.followers = upper.followers(context);
      if (node.followers == null) {
        throw Failure.badInput(
            "the upper nodes lack a context of bucket "
                + bucket
                + ": shards and upper nodes are of different runs; count again");
      }
    }
    visitor.enter(nodes, depth);
    int children = node.leaf ? 0 : node.children;
    int sibling = 0;
    for (int i = 0; i < children; i++) {
      visit(bucket, depth + 1, sibling, visitor);
      sibling = nodes[depth + 1].id;
    }
    visitor.leave(nodes, depth);
  }
}
