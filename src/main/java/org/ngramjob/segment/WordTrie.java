// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import java.util.Arrays;
import org.ngramjob.failure.Failure;

/**
 * Words with a weight each, for walking from character to character in the hot loop. The children
 * of a node lie in one <em>block</em> of cells: as many as they are where they are few, else a
 * small hash table with linear probing. A cell is one {@code long} and holds all there is to know,
 * so that a step mostly costs one memory access:
 *
 * <pre>{@code character:16 weight:20 first cell of the children's block:23 its size:5}</pre>
 *
 * <p>where {@code weight} is a number into a table of the different weights, 0 for no word, and the
 * size is 0 for no children, else 1 + log2. That is as quick as a double array and is built in a
 * tenth of the time, for which every command waits. Immutable.
 */
final class WordTrie {
  /** No such step. */
  static final long NONE = 0;

  private static final int SIZE_BITS = 5;
  private static final int BLOCK_BITS = 23;
  private static final int WEIGHT_BITS = 20;
  private static final int WEIGHT_SHIFT = SIZE_BITS + BLOCK_BITS;
  private static final int CHARACTER_SHIFT = WEIGHT_SHIFT + WEIGHT_BITS;

  /** Blocks up to this size are filled to the last cell. */
  private static final int LARGEST_FULL_BLOCK = 4;

  /** 2^32 divided by the golden ratio, made odd: Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
  private static final int GOLDEN = 0x9E3779B1;

  private static final int HASH_SHIFT = 12;

  /** The root's children by their character. */
  private final long[] first = new long[1 << Character.SIZE];

  private final DistinctNumbers weights = new DistinctNumbers();
  private long[] cells;
  private int used;

  /**
   * @throws Failure bad input, when the words do not fit into 2^23 cells (some four million words)
   */
  WordTrie(WordList words) {
    cells = new long[Math.max(16, 2 * words.size())];
    for (int from = 0; from < words.size(); ) {
      int to = endOfGroup(words, from, words.size(), 0);
      first[words.charAt(from, 0)] = cell(words, from, to, 1);
      from = to;
    }
    cells = Arrays.copyOf(cells, used);
  }

  /** The cell of the words that begin with {@code c}, or {@link #NONE}. */
  long first(char c) {
    return first[c];
  }

  /** The cell one character further, or {@link #NONE}. */
  long next(long cell, char c) {
    int size = (int) cell & ((1 << SIZE_BITS) - 1);
    if (size == 0) {
      return NONE;
    }
    int block = (int) (cell >>> SIZE_BITS) & ((1 << BLOCK_BITS) - 1);
    int mask = (1 << (size - 1)) - 1;
    int slot = home(c, mask);
    for (int left = mask; ; left--) {
      long child = cells[block + slot];
      if ((char) (child >>> CHARACTER_SHIFT) == c) {
        return child;
      }
      if (child == NONE || left == 0) {
        return NONE;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** The cell at the end of {@code text[from, to)}, or {@link #NONE}. */
  long find(char[] text, int from, int to) {
    long cell = first(text[from]);
    for (int i = from + 1; i < to && cell != NONE; i++) {
      cell = next(cell, text[i]);
    }
    return cell;
  }

  /** Whether a word ends at the cell. */
  static boolean isWord(long cell) {
    return weightNumber(cell) != 0;
  }

  /** The weight of the word that ends at the cell. */
  double weight(long cell) {
    return weights.get(weightNumber(cell));
  }

  private static int weightNumber(long cell) {
    return (int) (cell >>> WEIGHT_SHIFT) & ((1 << WEIGHT_BITS) - 1);
  }

  /**
   * Lays out all below the node that {@code words[from, to)} have in common, by their first {@code
   * depth} characters, and makes the node's own cell.
   */
  private long cell(WordList words, int from, int to, int depth) {
    char c = words.charAt(from, depth - 1);
    int rest = from;
    int weight = 0;
    if (words.length(from) == depth) {
      weight = weights.numberOf(words.weight(from));
      rest++;
    }
    long cell = ((long) c << CHARACTER_SHIFT) | ((long) weight << WEIGHT_SHIFT);
    if (weight >= 1 << WEIGHT_BITS) {
      throw tooLarge();
    }
    return rest == to ? cell : cell | block(words, rest, to, depth);
  }

  /** Lays out the children and tells place and size of their block. */
  private long block(WordList words, int from, int to, int depth) {
    int children = 0;
    for (int i = from; i < to; i = endOfGroup(words, i, to, depth)) {
      children++;
    }
    int log2 = log2OfBlock(children);
    int mask = (1 << log2) - 1;
    int block = allocate(1 << log2);
    for (int i = from; i < to; ) {
      int end = endOfGroup(words, i, to, depth);
      long child = cell(words, i, end, depth + 1);
      int slot = home(words.charAt(i, depth), mask);
      while (cells[block + slot] != NONE) {
        slot = (slot + 1) & mask;
      }
      cells[block + slot] = child;
      i = end;
    }
    return ((long) block << SIZE_BITS) | (log2 + 1);
  }

  private int allocate(int size) {
    int block = used;
    used += size;
    if (used > 1 << BLOCK_BITS) {
      throw tooLarge();
    }
    if (used > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(used, 2 * cells.length));
    }
    return block;
  }

  /** Large blocks are at most four fifths full, or looking in vain would take long. */
  private static int log2OfBlock(int children) {
    int cells = children <= LARGEST_FULL_BLOCK ? children : children + children / 4 + 1;
    return Integer.SIZE - Integer.numberOfLeadingZeros(cells - 1);
  }

  private static int home(char c, int mask) {
    return ((c * GOLDEN) >>> HASH_SHIFT) & mask;
  }

  /** Where the words that share the character at {@code index} with the first of them end. */
  private static int endOfGroup(WordList words, int from, int to, int index) {
    char c = words.charAt(from, index);
    int end = from + 1;
    while (end < to && words.charAt(end, index) == c) {
      end++;
    }
    return end;
  }

  private static Failure tooLarge() {
    return Failure.badInput(
        "the dictionary is too large: give --user-dict a million words or less");
  }
}
