// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.trie;

import java.util.Arrays;

/**
 * Counts by word, for lists so long that adding up in place, by id, takes less time than sorting or
 * merging them. One instance is filled and drained again and again.
 */
final class WordSums {
  /** Larger ids are left to sorting: every id below takes 16 bytes. */
  private static final int MOST_IDS = 1 << 21;

  /** With more ids than this per addend, scanning costs more than sorting. */
  private static final int MOST_IDS_PER_ADDEND = 256;

  /** Two longs per id: the sum, and the adjusted count (the number of addends, unless given). */
  private long[] sums = {};

  /** A bit for each id met. */
  private long[] met = {};

  /** Whether a list of this length, with ids up to this one, is better added up in place. */
  static boolean suit(int length, int greatest) {
    return greatest < MOST_IDS && greatest / MOST_IDS_PER_ADDEND <= length;
  }

  /** Makes room for ids up to this one. */
  void reserve(int greatest) {
    if (greatest >= met.length * Long.SIZE) {
      // A long list soon has an id near the greatest of all, so little more will ever be needed.
      int larger = Math.min(met.length + met.length / 8, MOST_IDS / Long.SIZE);
      int words = Math.max(greatest / Long.SIZE + 1, larger);
      met = Arrays.copyOf(met, words);
      sums = Arrays.copyOf(sums, 2 * Long.SIZE * words);
    }
  }

  void add(int word, long count) {
    int at = 2 * word;
    if (sums[at + 1]++ == 0) {
      met[word / Long.SIZE] |= 1L << word;
      sums[at] = count;
    } else {
      sums[at] = ExactSum.of(sums[at], count);
    }
  }

  /** Adds a raw and an adjusted count, both above 0. */
  void add(int word, long raw, long adjusted) {
    int at = 2 * word;
    if (sums[at + 1] == 0) {
      met[word / Long.SIZE] |= 1L << word;
      sums[at] = raw;
      sums[at + 1] = adjusted;
    } else {
      sums[at] = ExactSum.of(sums[at], raw);
      sums[at + 1] = ExactSum.of(sums[at + 1], adjusted);
    }
  }

  /** Moves all to the end of a list: raw counts are the sums, adjusted counts how many of each. */
  void drainTo(Followers target, int greatest) {
    for (int i = 0; i <= greatest / Long.SIZE; i++) {
      for (long rest = met[i]; rest != 0; rest &= rest - 1) {
        int word = i * Long.SIZE + Long.numberOfTrailingZeros(rest);
        target.add(word, sums[2 * word], sums[2 * word + 1]);
        sums[2 * word + 1] = 0;
      }
      met[i] = 0;
    }
  }
}
