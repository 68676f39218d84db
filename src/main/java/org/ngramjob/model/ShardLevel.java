// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Objects;

/**
 * One depth of a {@link ModelShard}: its nodes and their followers, each a record of packed fields,
 * so that what is asked for together lies together.
 *
 * <p>The head, in ints: nodes; followers; where the records begin; the widths of a node's fields
 * (id, first child, first follower, state) and of a follower's (word, value); then numbers and
 * widths of the nodes' index, the followers' index and the different counts; then how many of the
 * counts are 1, 2, 3 … in a row. All these stand one after another; there is one node more than
 * said, which marks the end of the last one's ranges.
 */
final class ShardLevel {
  static final int HEAD_INTS = 16;

  /** Which of the widths are those of a node's state and a follower's value. */
  private static final int STATE = 3;

  private static final int VALUE = 5;

  private final int nodes;
  private final PackedArray ids;
  private final PackedArray children;
  private final PackedArray followers;
  private final PackedArray states;
  private final PackedArray words;
  private final PackedArray values;
  private final ListIndex siblings;
  private final ListIndex lists;
  private final PackedArray counts;
  private final int plainCounts;

  /** A node's first child, first follower and state, and a follower's word and value, as one. */
  private final PackedArray nodeParts;

  private final PackedArray followerParts;
  private final int childWidth;
  private final int followerWidth;
  private final int wordWidth;

  /**
   * Reads a head.
   *
   * @param logarithms whether states and values are such
   * @param head where it begins
   * @param columns from where on the place of the records counts
   */
  ShardLevel(TableBytes bytes, int depth, boolean logarithms, int head, int columns) {
    this.nodes = bytes.getInt(head);
    int size = bytes.getInt(head + 4);
    // A node takes a bit at least, and followers are no more than nodes where they take none: who
    // goes through them comes to an end.
    Objects.checkFromToIndex(0, nodes, Byte.SIZE * (long) bytes.length());
    Objects.checkFromToIndex(0, size, Byte.SIZE * (long) bytes.length());
    int at = columns + bytes.getInt(head + 8);
    int[] widths = new int[6];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = bytes.getInt(head + 12 + 4 * i);
      boolean logarithm = logarithms && (i == STATE || i == VALUE);
      // All else are whole numbers that are not negative as ints.
      Objects.checkFromToIndex(logarithm ? Float.SIZE : 0, widths[i], logarithm ? Float.SIZE : 31);
    }
    int stride = widths[0] + widths[1] + widths[2] + widths[3];
    this.ids = new PackedArray(bytes, at, 0, stride, widths[0], nodes);
    int shift = widths[0];
    this.children = new PackedArray(bytes, at, shift, stride, widths[1], nodes + 1);
    shift += widths[1];
    this.followers = new PackedArray(bytes, at, shift, stride, widths[2], nodes + 1);
    shift += widths[2];
    this.states = new PackedArray(bytes, at, shift, stride, widths[3], nodes);
    PackedArray nodeParts =
        PackedArray.ofParts(bytes, at, widths[0], stride, stride - widths[0], nodes + 1);
    at += (int) PackedArray.byteLength(stride, nodes + 1);
    stride = widths[4] + widths[5];
    PackedArray followerParts = PackedArray.ofParts(bytes, at, 0, stride, stride, size);
    this.words = new PackedArray(bytes, at, 0, stride, widths[4], size);
    this.values = new PackedArray(bytes, at, widths[4], stride, widths[5], size);
    at += (int) PackedArray.byteLength(stride, size);
    PackedArray[] columnsBehind = new PackedArray[3];
    for (int i = 0; i < columnsBehind.length; i++) {
      int length = bytes.getInt(head + 36 + 8 * i);
      int width = bytes.getInt(head + 40 + 8 * i);
      columnsBehind[i] = new PackedArray(bytes, at, width, length);
      at += (int) PackedArray.byteLength(width, length);
    }
    this.siblings = new ListIndex(ids, widths[0], columnsBehind[0], depth == 1);
    this.lists = new ListIndex(words, widths[4], columnsBehind[1], depth == 0);
    this.counts = columnsBehind[2];
    this.plainCounts = bytes.getInt(head + 60);
    this.nodeParts = nodeParts;
    this.followerParts = followerParts;
    this.childWidth = widths[1];
    this.followerWidth = widths[2];
    this.wordWidth = widths[4];
  }

  int nodes() {
    return nodes;
  }

  PackedArray ids() {
    return ids;
  }

  PackedArray children() {
    return children;
  }

  PackedArray followers() {
    return followers;
  }

  /** Codes of totals in a shard of counts, logarithms of weights in one of logarithms. */
  PackedArray states() {
    return states;
  }

  PackedArray words() {
    return words;
  }

  /** Codes of counts in a shard of counts, logarithms in one of logarithms. */
  PackedArray values() {
    return values;
  }

  long count(int follower) {
    return countOfCode(values.getInt(follower));
  }

  long countOfCode(int code) {
    return code < plainCounts ? code + 1L : counts.get(code);
  }

  /** All that is asked of a node in one read; or -1 where fields are too wide for that. */
  long nodeParts(int node) {
    return nodeParts == null ? -1 : nodeParts.get(node);
  }

  int child(long parts, int node) {
    return parts < 0 ? children.getInt(node) : (int) (parts & (1L << childWidth) - 1);
  }

  int follower(long parts, int node) {
    return parts < 0
        ? followers.getInt(node)
        : (int) (parts >>> childWidth & (1L << followerWidth) - 1);
  }

  int state(long parts, int node) {
    return parts < 0 ? states.getInt(node) : (int) (parts >>> (childWidth + followerWidth));
  }

  /** A follower's word and value in one read; or -1 as above. */
  long followerParts(int follower) {
    return followerParts == null ? -1 : followerParts.get(follower);
  }

  int word(long parts, int follower) {
    return parts < 0 ? words.getInt(follower) : (int) (parts & (1L << wordWidth) - 1);
  }

  int value(long parts, int follower) {
    return parts < 0 ? values.getInt(follower) : (int) (parts >>> wordWidth);
  }

  /** Where a node's children stand, as {@link ListIndex#range}. */
  long childRange(int node) {
    return ListIndex.range(children.getInt(node), children.getInt(node + 1));
  }

  /** Where a node's followers stand. */
  long followerRange(int node) {
    return ListIndex.range(followers.getInt(node), followers.getInt(node + 1));
  }

  /** Where among a node's siblings to look for an id. */
  ListIndex siblings() {
    return siblings;
  }

  /** Where among a node's followers to look for a word. */
  ListIndex lists() {
    return lists;
  }
}
