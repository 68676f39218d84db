// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts the tokens of a text by (reversed context, token) without building any key that outlives a
 * group.
 *
 * <p>A counting sort over the nearest word comes first; inside its groups, as many further ids as
 * fit are packed into one long and sorted with their positions; only ties are packed again.
 */
final class ContextSort {
  private final int order;
  private final int bits;
  private final int idsPerKey;
  private final int[] starts;
  private int[] positions = {};
  private long[] keys = {};
  private int records;

  ContextSort(int order, int vocabularySize) {
    this.order = order;
    this.bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(vocabularySize - 1));
    this.idsPerKey = 63 / bits;
    this.starts = new int[vocabularySize + 1];
  }

  /** Number of valid places in the array that {@link #sort} returned last. */
  int records() {
    return records;
  }

  /**
   * Positions of all ids but {@code <s>} in {@code ids[0, size)}, sorted; the array is reused. Ids
   * are sentences, each opened by {@code <s>}.
   */
  int[] sort(int[] ids, int size) {
    int back = order == 1 ? 0 : 1;
    Arrays.fill(starts, 0);
    records = 0;
    for (int at = 0; at < size; at++) {
      if (ids[at] != SpecialWords.BEGIN) {
        starts[ids[at - back] + 1]++;
        records++;
      }
    }
    for (int id = 1; id < starts.length; id++) {
      starts[id] += starts[id - 1];
    }
    if (positions.length < records) {
      positions = new int[records];
    }
    for (int at = 0; at < size; at++) {
      if (ids[at] != SpecialWords.BEGIN) {
        positions[starts[ids[at - back]]++] = at;
      }
    }
    if (order > 1) {
      int from = 0;
      for (int id = 0; id < starts.length - 1; id++) {
        sortGroup(ids, from, starts[id], 1);
        from = starts[id];
      }
    }
    return positions;
  }

  /** Sorts {@code positions[from, to)}, whose elements agree in the first {@code known} ids. */
  private void sortGroup(int[] ids, int from, int to, int known) {
    int length = to - from;
    if (length < 2) {
      return;
    }
    if (keys.length < length) {
      keys = new long[Math.max(length, Math.min(records, 2 * length))];
    }
    boolean ended = endsWithin(ids, positions[from], known);
    int next = ended ? order - 1 : known;
    int packed = Math.min(idsPerKey, order - next);
    for (int i = 0; i < length; i++) {
      keys[i] = key(ids, positions[from + i], next, packed);
    }
    PairSort.sort(keys, positions, from, 0, length);
    if (next + packed < order) {
      sortTies(ids, from, length, next + packed);
    }
  }

  private void sortTies(int[] ids, int from, int length, int known) {
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
      sortGroup(ids, (int) (groups[g] >>> 32), (int) groups[g], known);
    }
  }

  /** Whether the context of this position reaches {@code <s>} within its first ids. */
  private static boolean endsWithin(int[] ids, int at, int known) {
    for (int k = 1; k <= known; k++) {
      if (ids[at - k] == SpecialWords.BEGIN) {
        return true;
      }
    }
    return false;
  }

  /**
   * Elements {@code next … next + packed - 1} of (r1, …, r(order-1), token), most significant
   * first; nothing but zeros between {@code <s>} and the token.
   */
  private long key(int[] ids, int at, int next, int packed) {
    long key = 0;
    boolean ended = false;
    for (int element = next; element < next + packed; element++) {
      int id;
      if (element == order - 1) {
        id = ids[at];
      } else if (ended) {
        id = 0;
      } else {
        id = ids[at - 1 - element];
        ended = id == SpecialWords.BEGIN;
      }
      key = key << bits | id;
    }
    return key;
  }
}
