// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

/**
 * Sorts records that are sequences of ids, by position, without building a key that outlives a
 * group: as many ids as fit are packed into one long and sorted with their positions; only ties are
 * packed again with the ids that follow.
 */
public final class KeySort {
  /** Packs ids of a record. */
  public interface Keys {
    /**
     * Elements {@code next … next + packed - 1} of the record at a position, most significant
     * first, each in {@code bits} bits.
     */
    long key(int position, int next, int packed, int bits);
  }

  private final int elements;
  private final int bits;
  private final int idsPerKey;
  private final Keys source;
  private long[] keys = {};

  /**
   * A sorter.
   *
   * @param elements number of ids of a record
   * @param idLimit ids are below it
   */
  public KeySort(int elements, int idLimit, Keys source) {
    this.elements = elements;
    this.bits = PackedContext.bits(idLimit);
    this.idsPerKey = 63 / bits;
    this.source = source;
  }

  /** What {@link Keys#key} gives, of ids that stand side by side in an array. */
  public static long pack(int[] ids, int from, int packed, int bits) {
    long key = 0;
    for (int i = from; i < from + packed; i++) {
      key = key << bits | ids[i];
    }
    return key;
  }

  /** Sorts {@code positions[from, to)}, whose records agree in the first {@code known} ids. */
  public void sort(int[] positions, int from, int to, int known) {
    int length = to - from;
    if (length < 2 || known >= elements) {
      return;
    }
    if (keys.length < length) {
      keys = new long[Math.max(length, 2 * keys.length)];
    }
    int packed = Math.min(idsPerKey, elements - known);
    boolean allEqual = true;
    for (int i = 0; i < length; i++) {
      keys[i] = source.key(positions[from + i], known, packed, bits);
      allEqual &= keys[i] == keys[0];
    }
    if (allEqual) {
      sort(positions, from, to, known + packed);
      return;
    }
    PairSort.sort(keys, positions, from, 0, length);
    if (known + packed < elements) {
      sortTies(positions, from, length, known + packed);
    }
  }

  private void sortTies(int[] positions, int from, int length, int known) {
    // The keys are overwritten by deeper calls: note the ends of the ties first.
    int ties = 0;
    for (int i = 1; i < length; i++) {
      if (keys[i] == keys[i - 1]) {
        ties++;
      }
    }
    if (ties == 0) {
      return;
    }
    long[] groups = new long[Math.min(ties, length / 2)];
    int count = 0;
    int start = 0;
    for (int i = 1; i <= length; i++) {
      if (i == length || keys[i] != keys[i - 1]) {
        if (i - start > 1) {
          groups[count++] = (long) (from + start) << 32 | (from + i);
        }
        start = i;
      }
    }
    for (int g = 0; g < count; g++) {
      sort(positions, (int) (groups[g] >>> 32), (int) groups[g], known);
    }
  }
}
