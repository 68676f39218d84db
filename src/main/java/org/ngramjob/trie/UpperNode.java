// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * What is known of one context whose followers come from several buckets.
 *
 * <p>In: lists of followers, each ascending. Out: their union, ascending, counts added up. All
 * words of a text follow the root, and every bucket has a list for it: such lists are added up in
 * place, as merging each with all that is known would take (buckets × words).
 */
final class UpperNode {
  /** Up to this many ids per follower, a place for every id is cheaper than merging lists. */
  private static final int MOST_IDS_PER_FOLLOWER = 8;

  /** Beyond that an array of {@link WordSums} would be larger than 1 GiB. */
  private static final int MOST_IDS = 1 << 26;

  /** What {@link #known} comes from; null once something was added, and where it always stays. */
  private PackedFollowers packed;

  /** Null while it is packed. */
  private Followers known = new Followers();

  /** Holds {@link #known} and what has come since; null while nothing has. */
  private WordSums sums;

  private int greatest;

  /** A node with these followers, which nobody else may change from now on. */
  static UpperNode of(Followers complete) {
    UpperNode node = new UpperNode();
    node.known = complete;
    return node;
  }

  /** A node with these followers, unpacked while they are asked for. */
  static UpperNode of(PackedFollowers complete) {
    UpperNode node = new UpperNode();
    node.packed = complete;
    node.known = null;
    return node;
  }

  /** Adds what a bucket knows. */
  void add(Followers partial) {
    if (packed != null) {
      known = followers();
      packed = null;
    }
    if (sums == null && isLong(partial)) {
      sums = new WordSums();
      greatest = 0;
      addInPlace(known);
    }
    if (sums != null && last(partial) < MOST_IDS) {
      addInPlace(partial);
    } else {
      followers().addAll(partial);
    }
  }

  /** All followers added so far; not to be changed. */
  Followers followers() {
    if (known == null) {
      known = packed.unpack();
    }
    if (sums != null) {
      known = new Followers();
      sums.drainTo(known, greatest);
      sums = null;
    }
    return known;
  }

  /** Keeps what was added so far packed, until more is added. */
  void pack() {
    if (packed == null) {
      Followers all = followers();
      ByteWriter out = new ByteWriter(Math.multiplyExact(4, all.size() + 1));
      NodeCodec.writeFollowers(out, all, false, false);
      packed = new PackedFollowers(out.toByteArray(), 0, all.size());
    }
    release();
  }

  /** Forgets what can be unpacked again; lists that were given stay good. */
  void release() {
    if (packed != null) {
      known = null;
    }
  }

  /** Whether what is known and this together are worth places for all ids. */
  private boolean isLong(Followers partial) {
    int last = Math.max(last(known), last(partial));
    int size = known.size() + partial.size();
    return known.size() > 0 && last < MOST_IDS && last / MOST_IDS_PER_FOLLOWER <= size;
  }

  private void addInPlace(Followers followers) {
    greatest = Math.max(greatest, last(followers));
    sums.reserve(greatest);
    for (int i = 0; i < followers.size(); i++) {
      sums.add(followers.word(i), followers.raw(i), followers.adjusted(i));
    }
  }

  private static int last(Followers followers) {
    return followers.size() == 0 ? 0 : followers.word(followers.size() - 1);
  }
}
