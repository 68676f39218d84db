// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/** Groups the tokens of a text by the word before them: a counting sort. */
final class NearestWordSort {
  private final int[] ends;
  private int[] positions = {};

  NearestWordSort(int vocabularySize) {
    this.ends = new int[vocabularySize + 1];
  }

  /** Positions of all ids but {@code <s>} in {@code ids[0, size)}, by group; reused. */
  int[] sort(int[] ids, int size) {
    Arrays.fill(ends, 0);
    for (int at = 1; at < size; at++) {
      if (ids[at] != SpecialWords.BEGIN) {
        ends[ids[at - 1] + 1]++;
      }
    }
    for (int id = 1; id < ends.length; id++) {
      ends[id] += ends[id - 1];
    }
    int records = ends[ends.length - 1];
    if (positions.length < records) {
      positions = new int[records];
    }
    for (int at = 1; at < size; at++) {
      if (ids[at] != SpecialWords.BEGIN) {
        positions[ends[ids[at - 1]]++] = at;
      }
    }
    return positions;
  }

  /** Number of groups, most of them empty: one for each word. */
  int groups() {
    return ends.length - 1;
  }

  /** Where the group of the tokens after this word ends, and the next one begins. */
  int end(int word) {
    return ends[word];
  }
}
