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

  /** Of the open nodes, by depth: how many children are still to come. */
  private final int[] childrenLeft;

  /** Of each depth, the id of the child met last. */
  private final int[] siblings;

  public TrieWalk(int order, BucketTable buckets, UpperNodes upper) {
    this.order = order;
    this.buckets = buckets;
    this.upper = upper;
    this.sections = new ByteReader[order];
    this.nodes = new TrieNode[order];
    this.own = new Followers[order];
    this.path = new int[order];
    this.childrenLeft = new int[order];
    this.siblings = new int[order];
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
    walk(bucket, visitor);
    for (ByteReader section : sections) {
      if (section.hasMore() || from < length) {
        throw head.damaged("bytes after the last node of bucket " + bucket);
      }
    }
  }

  /** Not a recursion, which the compiler would unfold into itself with all that it inlines. */
  private void walk(int bucket, TrieVisitor visitor) throws IOException {
    read(bucket, 0, 0);
    visitor.enter(nodes, 0);
    for (int depth = 0; depth >= 0; ) {
      if (childrenLeft[depth] > 0) {
        childrenLeft[depth]--;
        depth++;
        read(bucket, depth, siblings[depth]);
        siblings[depth] = nodes[depth].id;
        visitor.enter(nodes, depth);
      } else {
        visitor.leave(nodes, depth);
        depth--;
      }
    }
  }

  /** Reads the next node of a depth, whose sibling before it has this id. */
  private void read(int bucket, int depth, int siblingId) {
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
    childrenLeft[depth] = node.leaf ? 0 : node.children;
    if (depth + 1 < order) {
      siblings[depth + 1] = 0;
    }
  }
}
