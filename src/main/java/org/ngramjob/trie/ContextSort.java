// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Sorts the tokens of a text by (reversed context, token) without building any key that outlives a
 * group.
 *
 * <p>A counting sort over the nearest word comes first; {@link KeySort} orders its groups.
 */
final class ContextSort {
  private final int order;
  private final KeySort groups;
  private final int[] starts;
  private int[] positions = {};
  private int[] ids = {};
  private int records;

  ContextSort(int order, int vocabularySize) {
    this.order = order;
    this.groups = new KeySort(order, vocabularySize, this::key);
    this.starts = new int[vocabularySize + 1];
  }

  /** Number of valid places in the array that {@link #sort} returned last. */
  int records() {
    return records;
  }

  /**
   * Positions of all ids but {@code <s>} in {@code text[0, size)}, sorted; the array is reused. Ids
   * are sentences, each opened by {@code <s>}.
   */
  int[] sort(int[] text, int size) {
    ids = text;
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
        groups.sort(positions, from, starts[id], 1);
        from = starts[id];
      }
    }
    return positions;
  }

  /**
   * Elements {@code next … next + packed - 1} of (r1, …, r(order-1), token), most significant
   * first; nothing but zeros between {@code <s>} and the token.
   */
  private long key(int at, int next, int packed, int bits) {
    long key = 0;
    boolean ended = reachesBegin(at, next);
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

  /** Whether the context of this position reaches {@code <s>} within its first ids. */
  private boolean reachesBegin(int at, int known) {
    for (int k = 1; k <= known; k++) {
      if (ids[at - k] == SpecialWords.BEGIN) {
        return true;
      }
    }
    return false;
  }
}
