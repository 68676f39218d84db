// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.NgramOrder;

/**
 * The nodes whose followers come from several buckets: the root, and contexts that a bucket
 * boundary splits. Partial lists of one context are added up: its children are disjoint between
 * buckets, so the sums are exact.
 *
 * <p>Large texts have many frequent words with long lists. Those that were read, or came from whole
 * shards, stay packed: but for the root's, which everyone asks for, only the list asked for last is
 * unpacked.
 */
public final class UpperNodes {
  private static final Comparator<int[]> CONTEXT_ORDER =
      (a, b) -> ContextOrder.compare(a, a.length, b, b.length);

  private final TreeMap<int[], UpperNode> nodes = new TreeMap<>(CONTEXT_ORDER);

  /** The node whose followers were asked for last, but for the root. */
  private UpperNode open = new UpperNode();

  /** Adds what some buckets know of a context. */
  public void add(int[] context, Followers partial) {
    UpperNode node = nodes.get(context);
    if (node == null) {
      node = new UpperNode();
      nodes.put(context, node);
    }
    node.add(partial);
  }

  /** Adds what a shard knows. */
  public void addAll(UpperNodes others) {
    others.forEach(
        (context, partial) -> {
          add(context, partial);
          if (context.length > 0) {
            nodes.get(context).pack();
          }
        });
  }

  /**
   * Reports each split context to its parent, deepest first, now that its list is complete: as one
   * child, whatever number of buckets it was split over.
   */
  public void reportToParents() {
    int[][] contexts = nodes.keySet().toArray(new int[0][]);
    Arrays.sort(contexts, Comparator.comparingInt((int[] c) -> -c.length));
    for (int[] context : contexts) {
      if (context.length > 0) {
        Followers complete = followers(context);
        Followers asOneChild = new Followers();
        for (int i = 0; i < complete.size(); i++) {
          asOneChild.add(complete.word(i), complete.raw(i), 1);
        }
        add(Arrays.copyOf(context, context.length - 1), asOneChild);
      }
    }
  }

  /** Meets all contexts with their followers, in {@link ContextOrder}: a prefix before the rest. */
  public void forEach(BiConsumer<int[], Followers> visitor) {
    nodes.keySet().forEach(context -> visitor.accept(context, followers(context)));
  }

  /** All contexts, in {@link ContextOrder}. */
  public Set<int[]> contexts() {
    return Collections.unmodifiableSet(nodes.keySet());
  }

  /** The followers of an upper context, or null. */
  public Followers followers(int[] context) {
    UpperNode node = nodes.get(context);
    if (node == null) {
      return null;
    }
    if (node != open && context.length > 0) {
      open.release();
      open = node;
    }
    return node.followers();
  }

  /** Takes note of all nodes here. */
  public void addTo(CountStatistics statistics) {
    forEach((context, followers) -> statistics.addAll(context.length, followers));
  }

  /**
   * Writes all nodes.
   *
   * @throws Failure if that is more than an array can hold: the smaller the buckets, the more words
   *     are split
   */
  public void writeTo(ByteWriter out) {
    try {
      out.writeVarLong(nodes.size());
      forEach((context, followers) -> write(out, context, followers));
    } catch (Failure e) {
      throw new Failure(
          e.exitCode(),
          "the lists of all words that are split over buckets need more than 2 GiB; make the"
              + " vocabulary again with a larger ngramjob.vocabulary.bucket-weight",
          e);
    }
  }

  private static void write(ByteWriter out, int[] context, Followers followers) {
    out.writeVarLong(context.length);
    for (int id : context) {
      out.writeVarLong(id);
    }
    out.writeVarLong(followers.size());
    NodeCodec.writeFollowers(out, followers, false, false);
  }

  /** Reads what {@link #writeTo} wrote; nothing may follow it. */
  public static UpperNodes read(ByteReader in) {
    UpperNodes upper = new UpperNodes();
    Followers followers = new Followers();
    int count = in.readVarInt();
    for (int i = 0; i < count; i++) {
      int length = in.readVarInt();
      if (length >= NgramOrder.LONGEST) {
        throw in.damaged("a context of " + length + " words");
      }
      int[] context = new int[length];
      for (int k = 0; k < length; k++) {
        context[k] = in.readVarInt();
      }
      int size = in.readVarInt();
      int from = in.position();
      // Three numbers each, so that what a damaged file says takes no more memory than the file.
      followers.reserve(Math.min(size, in.remaining() / 3));
      NodeCodec.readFollowers(in, size, false, false, followers);
      UpperNode node;
      if (length == 0) {
        node = UpperNode.of(followers);
        followers = new Followers();
      } else {
        node = UpperNode.of(new PackedFollowers(in.array(), from, size));
        followers.clear();
      }
      if (upper.nodes.put(context, node) != null) {
        throw in.damaged("a context twice");
      }
    }
    if (in.hasMore()) {
      throw in.damaged("bytes after the last upper node");
    }
    return upper;
  }
}
