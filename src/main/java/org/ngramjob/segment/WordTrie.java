// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Words with a weight each, as a trie in one hash table of {@code long}s: a step down costs one
 * multiplication and mostly one memory access, as in a double array, yet words can be added in any
 * order and at once. (A double array of jieba's 498,102 nodes takes longer to build than a short
 * command may last.)
 *
 * <p>A step answers with a <em>place</em>: node number, whether a word ends there, whether any goes
 * on. A table entry is {@code parent:23 character:16 child:23 word:1 inner:1}; the upper 39 bits
 * are its key and the lower 25 the place. Not changed after it is built, it is safe for all
 * threads.
 */
final class WordTrie {
  /** No such step. Never a place: the root is nobody's child. */
  static final int NONE = 0;

  private static final int NODE_BITS = 23;
  private static final int PLACE_BITS = NODE_BITS + 2;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
  private static final int WORD = 2;
  private static final int INNER = 1;

  /** 2^64 divided by the golden ratio, made odd: Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** The places of the root's children by character, so that the first step needs no hashing. */
  private final int[] first;

  private long[] table;
  private int shift;
  private double[] weights;
  private int nodes;

  /** An empty trie with room for so many nodes before it must grow. */
  WordTrie(int expectedNodes) {
    first = new int[1 << Character.SIZE];
    weights = new double[expectedNodes];
    nodes = 1;
    allocate(expectedNodes);
  }

  /** A copy that can take more words. */
  WordTrie(WordTrie other) {
    first = other.first.clone();
    table = other.table.clone();
    shift = other.shift;
    weights = other.weights.clone();
    nodes = other.nodes;
  }

  /** Where the words that begin with {@code c} are, or {@link #NONE}. */
  int first(char c) {
    return first[c];
  }

  /** The place below {@code place} by way of {@code c}, or {@link #NONE}. */
  int next(int place, char c) {
    if ((place & INNER) == 0) {
      return NONE;
    }
    return (int) table[slot(key(place >>> 2, c))] & PLACE_MASK;
  }

  /** The place of {@code text[from, to)}, or {@link #NONE}. */
  int find(char[] text, int from, int to) {
    int place = first(text[from]);
    for (int i = from + 1; i < to && place != NONE; i++) {
      place = next(place, text[i]);
    }
    return place;
  }

  static boolean isWord(int place) {
    return (place & WORD) != 0;
  }

  /** The weight of the word that ends at the place. */
  double weight(int place) {
    return weights[place >>> 2];
  }

  /** Adds the word {@code text[from, to)}, or gives it another weight. */
  void put(char[] text, int from, int to, double weight) {
    grow(to - from);
    int parentSlot = -1;
    int place = firstChild(text[from]);
    for (int i = from + 1; i < to; i++) {
      if ((place & INNER) == 0) {
        place |= INNER;
        store(parentSlot, text[from], place);
      }
      long key = key(place >>> 2, text[i]);
      parentSlot = slot(key);
      if (table[parentSlot] == 0) {
        table[parentSlot] = (key << PLACE_BITS) | ((long) newNode() << 2);
      }
      place = (int) table[parentSlot] & PLACE_MASK;
    }
    store(parentSlot, text[from], place | WORD);
    weights[place >>> 2] = weight;
  }

  /** Puts {@code change} of it in the place of every word's weight; weights must not be zero. */
  void changeWeights(DoubleUnaryOperator change) {
    for (int node = 1; node < nodes; node++) {
      if (weights[node] != 0) {
        weights[node] = change.applyAsDouble(weights[node]);
      }
    }
  }

  private int firstChild(char c) {
    if (first[c] == NONE) {
      first[c] = newNode() << 2;
    }
    return first[c];
  }

  /** Writes a place back to where it was found: a slot, or the root's children for slot -1. */
  private void store(int slot, char firstCharacter, int place) {
    if (slot < 0) {
      first[firstCharacter] = place;
    } else {
      table[slot] |= place;
    }
  }

  private int newNode() {
    return nodes++;
  }

  /** The slot that holds the key, or the empty one where it belongs. */
  private int slot(long key) {
    int mask = table.length - 1;
    int slot = (int) ((key * GOLDEN) >>> shift);
    while (table[slot] != 0 && table[slot] >>> PLACE_BITS != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long key(int node, char c) {
    return ((long) node << Character.SIZE) | c;
  }

  private void allocate(int expectedNodes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * expectedNodes - 1);
    table = new long[1 << bits];
    shift = Long.SIZE - bits;
  }

  /** Makes room for so many more nodes; the table is never more than half full. */
  private void grow(int more) {
    if (nodes + more > weights.length) {
      weights = Arrays.copyOf(weights, Math.max(nodes + more, 2 * weights.length));
    }
    if (nodes + more <= table.length / 2) {
      return;
    }
    if (nodes + more >= 1 << NODE_BITS) {
      throw new IllegalArgumentException(
          "words (%s nodes) must have fewer than %s nodes".formatted(nodes + more, 1 << NODE_BITS));
    }
    long[] old = table;
    allocate(table.length);
    for (long entry : old) {
      if (entry != 0) {
        table[slot(entry >>> PLACE_BITS)] = entry;
      }
    }
  }
}
