// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import org.ngramjob.ngram.SpecialWords;

/**
 * One trie node as bytes: flags, the context's last id as distance from the sibling before, number
 * of children, followers.
 *
 * <p>Flags: bits 0–1 followers - 1 (3: a number follows), bit 2 all counts are 1, bit 3 adjusted =
 * raw throughout, bits 4–5 children (0: a number follows, absent in a leaf), bit 6 partial: an
 * upper node, whose followers stand elsewhere.
 */
final class NodeCodec {
  private static final int MANY_FOLLOWERS = 3;
  private static final int ALL_ONES = 4;
  private static final int ADJUSTED_IS_RAW = 8;
  private static final int CHILDREN_SHIFT = 4;
  private static final int MAX_SHORT_CHILDREN = 3;
  private static final int PARTIAL = 64;

  private NodeCodec() {}

  /** Whether a context of this length that ends in this id has no longer context below it. */
  static boolean isLeaf(int order, int length, int lastId) {
    return length == order - 1 || lastId == SpecialWords.BEGIN;
  }

  /** Writes a complete node; {@code idDistance} is ignored for the root. */
  static void write(
      ByteWriter out, int depth, int idDistance, boolean leaf, int children, Followers followers) {
    int size = followers.size();
    boolean allOnes = true;
    boolean adjustedIsRaw = true;
    for (int i = 0; i < size; i++) {
      allOnes &= followers.raw(i) == 1;
      adjustedIsRaw &= followers.raw(i) == followers.adjusted(i);
    }
    int flags = Math.min(size - 1, MANY_FOLLOWERS);
    flags |= (allOnes ? ALL_ONES : 0) | (adjustedIsRaw ? ADJUSTED_IS_RAW : 0);
    writeHead(out, flags, depth, idDistance, leaf, children);
    if (size > MANY_FOLLOWERS) {
      out.writeVarLong(size);
    }
    writeFollowers(out, followers, allOnes, adjustedIsRaw);
  }

  /** The followers alone, after whatever tells their number. */
  static void writeFollowers(
      ByteWriter out, Followers followers, boolean allOnes, boolean adjustedIsRaw) {
    int word = -1;
    for (int i = 0; i < followers.size(); i++) {
      out.writeVarLong(followers.word(i) - word - 1);
      word = followers.word(i);
      if (!allOnes) {
        out.writeVarLong(followers.adjusted(i));
        if (!adjustedIsRaw) {
          out.writeVarLong(followers.raw(i) - followers.adjusted(i));
        }
      }
    }
  }

  /** Writes an upper node's place in this bucket. */
  static void writePartial(ByteWriter out, int depth, int idDistance, boolean leaf, int children) {
    writeHead(out, PARTIAL, depth, idDistance, leaf, children);
  }

  private static void writeHead(
      ByteWriter out, int flags, int depth, int idDistance, boolean leaf, int children) {
    int code = !leaf && children <= MAX_SHORT_CHILDREN ? children : 0;
    out.writeByte(flags | code << CHILDREN_SHIFT);
    if (depth > 0) {
      out.writeVarLong(idDistance);
    }
    if (!leaf && code == 0) {
      out.writeVarLong(children);
    }
  }

  /** Reads a node below a context of length depth - 1 into {@code node}. */
  static void read(ByteReader in, int order, int depth, TrieNode node, int siblingId) {
    int flags = in.readByte();
    node.id = depth == 0 ? -1 : siblingId + in.readVarInt();
    if (depth > 0 && node.id < 0) {
      throw in.damaged("an id out of range");
    }
    node.leaf = isLeaf(order, depth, node.id);
    node.partial = (flags & PARTIAL) != 0;
    node.children = flags >> CHILDREN_SHIFT & MAX_SHORT_CHILDREN;
    if (!node.leaf && node.children == 0) {
      node.children = in.readVarInt();
    }
    node.followers.clear();
    if (!node.partial) {
      int size = (flags & MANY_FOLLOWERS) + 1;
      if (size > MANY_FOLLOWERS) {
        size = in.readVarInt();
      }
      readFollowers(
          in, size, (flags & ALL_ONES) != 0, (flags & ADJUSTED_IS_RAW) != 0, node.followers);
    }
  }

  static void readFollowers(
      ByteReader in, int size, boolean allOnes, boolean adjustedIsRaw, Followers followers) {
    int word = -1;
    for (int i = 0; i < size; i++) {
      word += in.readVarInt() + 1;
      long adjusted = allOnes ? 1 : in.readVarLong();
      long raw = adjustedIsRaw ? adjusted : adjusted + in.readVarLong();
      if (word < 0 || adjusted < 1 || raw < adjusted) {
        throw in.damaged("a word or count out of range");
      }
      followers.add(word, raw, adjusted);
    }
  }
}
