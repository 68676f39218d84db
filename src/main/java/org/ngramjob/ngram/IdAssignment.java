// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;

/**
 * Turns ranks within partitions into ids and back. A <em>group</em> is the words of one count class
 * in one partition; groups ordered by class (falling), then partition, get consecutive ids.
 */
final class IdAssignment {
  private int groups;
  private int[] firstId = new int[256];
  private int[] partition = new int[256];
  private int[] firstRank = new int[256];
  private long[] tokens = new long[256];
  private final int size;

  /** Per partition: the first rank of each of its groups, and what to add to a rank there. */
  private final int[][] rankBegin = new int[WordHash.PARTITIONS][];

  private final int[][] idMinusRank = new int[WordHash.PARTITIONS][];

  /** Number of ranks per partition that have an id. */
  private final int[] kept;

  /**
   * Lays out the ids.
   *
   * @param sections by partition, null where empty
   * @param kept how many of each section's words have an id
   */
  IdAssignment(VocabularySection[] sections, int[] kept) {
    this.kept = kept;
    int[] nextClass = new int[sections.length];
    int[] nextRank = new int[sections.length];
    long nextId = SpecialWords.FIRST_WORD;
    for (int countClass = CountClass.NUMBER - 1; countClass >= 0; countClass--) {
      for (int p = 0; p < sections.length; p++) {
        VocabularySection section = sections[p];
        int index = nextClass[p];
        if (section == null || index == section.classes() || section.classAt(index) != countClass) {
          continue;
        }
        int words = Math.min(section.classWords(index), kept[p] - nextRank[p]);
        if (words > 0) {
          addGroup(section, index, nextRank[p], words, checkedId(nextId));
        }
        nextId += Math.max(words, 0);
        nextRank[p] += section.classWords(index);
        nextClass[p]++;
      }
    }
    size = checkedId(nextId);
    for (int p = 0; p < sections.length; p++) {
      layOutPartition(p);
    }
  }

  int size() {
    return size;
  }

  /** The id of a rank in a partition, or {@code <unk>} where the limit cuts it off. */
  int id(int partitionNumber, int rank) {
    if (rank >= kept[partitionNumber]) {
      return SpecialWords.UNKNOWN;
    }
    int[] begins = rankBegin[partitionNumber];
    int low = 0;
    // No branch depends on what is read: which half it is cannot be guessed.
    for (int length = begins.length; length > 1; ) {
      int half = length >>> 1;
      low += begins[low + half] <= rank ? half : 0;
      length -= half;
    }
    return rank + idMinusRank[partitionNumber][low];
  }

  /** The group of an ordinary word's id. */
  int group(int id) {
    if (id < SpecialWords.FIRST_WORD || id >= size) {
      throw new IndexOutOfBoundsException("id (" + id + ") must be below " + size);
    }
    int found = Arrays.binarySearch(firstId, 0, groups, id);
    return found >= 0 ? found : -found - 2;
  }

  int partition(int group) {
    return partition[group];
  }

  int rank(int group, int id) {
    return firstRank[group] + id - firstId[group];
  }

  List<IdRange> ranges() {
    List<IdRange> ranges = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      int end = group + 1 < groups ? firstId[group + 1] : size;
      ranges.add(new IdRange(firstId[group], end - firstId[group], tokens[group]));
    }
    return ranges;
  }

  private void addGroup(VocabularySection section, int classIndex, int rank, int words, int id) {
    if (groups == firstId.length) {
      firstId = Arrays.copyOf(firstId, 2 * groups);
      partition = Arrays.copyOf(partition, 2 * groups);
      firstRank = Arrays.copyOf(firstRank, 2 * groups);
      tokens = Arrays.copyOf(tokens, 2 * groups);
    }
    firstId[groups] = id;
    partition[groups] = section.partition();
    firstRank[groups] = rank;
    if (words == section.classWords(classIndex)) {
      tokens[groups] = section.classTokens(classIndex);
    } else {
      for (int i = rank; i < rank + words; i++) {
        tokens[groups] += section.count(i);
      }
    }
    groups++;
  }

  private void layOutPartition(int p) {
    int[] begins = new int[groups];
    int[] shifts = new int[groups];
    int number = 0;
    for (int group = 0; group < groups; group++) {
      if (partition[group] == p) {
        begins[number] = firstRank[group];
        shifts[number++] = firstId[group] - firstRank[group];
      }
    }
    rankBegin[p] = Arrays.copyOf(begins, number);
    idMinusRank[p] = Arrays.copyOf(shifts, number);
  }

  private static int checkedId(long id) {
    if (id > Integer.MAX_VALUE) {
      throw Failure.badInput(
          "the vocabulary has more than 2^31 words: leave the rare ones out with --min-word-count"
              + " or --vocabulary-size");
    }
    return (int) id;
  }
}
