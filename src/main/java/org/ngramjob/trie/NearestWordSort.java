// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;

/**
 * Groups the tokens of a text by the word before them, a counting sort: {@link #count}, then {@link
 * #place} for each token, then {@link #end}.
 */
final class NearestWordSort {
  private final int[] ends;

  NearestWordSort(int vocabularySize) {
    this.ends = new int[vocabularySize + 1];
  }

  /** Lays out the groups of {@code ids[0, size)}; gives the number of all ids but {@code <s>}. */
  int count(int[] ids, int size) {
    Arrays.fill(ends, 0);
    for (int at = 1; at < size; at++) {
      if (ids[at] != SpecialWords.BEGIN) {
        ends[ids[at - 1] + 1]++;
      }
    }
    for (int id = 1; id < ends.length; id++) {
      ends[id] += ends[id - 1];
    }
    return ends[ends.length - 1];
  }

  /** The place of the next token that follows this word. */
  int place(int word) {
    return ends[word]++;
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
