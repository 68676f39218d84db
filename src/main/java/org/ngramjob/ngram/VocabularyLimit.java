// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which words stay when only the k most frequent may: exactly k, and of the words with the smallest
 * count kept those of the first partitions, in byte order.
 *
 * <p>As a section is ordered by falling count, what stays of it is its beginning; so a limit is one
 * number of words per partition.
 */
public final class VocabularyLimit {
  private VocabularyLimit() {}

  /**
   * The words to keep of each logical partition.
   *
   * @param sections every partition's section at most once, in any order
   * @param mostFrequent k, the number of words to keep in all
   * @return {@link WordHash#PARTITIONS} numbers, the sum of which is k or the number of all words
   */
  public static int[] wordsKept(List<VocabularySection> sections, long mostFrequent) {
    int[] kept = new int[WordHash.PARTITIONS];
    int[] next = new int[WordHash.PARTITIONS];
    long remaining = mostFrequent;
    for (int countClass = CountClass.NUMBER - 1; countClass >= 0 && remaining > 0; countClass--) {
      long words = 0;
      for (VocabularySection section : sections) {
        words += wordsOf(section, countClass, next);
      }
      if (words > remaining) {
        keepPart(sections, countClass, next, remaining, kept);
        return kept;
      }
      for (VocabularySection section : sections) {
        int p = section.partition();
        int here = wordsOf(section, countClass, next);
        kept[p] += here;
        next[p] += here > 0 ? 1 : 0;
      }
      remaining -= words;
    }
    return kept;
  }

  /** The sum of the counts of the words that a limit leaves out. */
  public static long tokensCut(List<VocabularySection> sections, int[] kept) {
    long tokens = 0;
    for (VocabularySection section : sections) {
      tokens += section.tokens();
      for (int rank = 0; rank < kept[section.partition()]; rank++) {
        tokens -= section.count(rank);
      }
    }
    return tokens;
  }

  private static int wordsOf(VocabularySection section, int countClass, int[] next) {
    int index = next[section.partition()];
    boolean present = index < section.classes() && section.classAt(index) == countClass;
    return present ? section.classWords(index) : 0;
  }

  /** Keeps the {@code remaining} most frequent words of one class. */
  private static void keepPart(
      List<VocabularySection> sections, int countClass, int[] next, long remaining, int[] kept) {
    long threshold = thresholdCount(sections, countClass, next, remaining, kept);
    int[] above = new int[WordHash.PARTITIONS];
    int[] ties = new int[WordHash.PARTITIONS];
    long tiesKept = remaining;
    for (VocabularySection section : sections) {
      int p = section.partition();
      int words = wordsOf(section, countClass, next);
      above[p] = firstAtMost(section, kept[p], words, threshold) - kept[p];
      ties[p] = firstAtMost(section, kept[p], words, threshold - 1) - kept[p] - above[p];
      tiesKept -= above[p];
    }
    for (int p = 0; p < WordHash.PARTITIONS; p++) {
      int tied = (int) Math.min(ties[p], tiesKept);
      kept[p] += above[p] + tied;
      tiesKept -= tied;
    }
  }

  /** The smallest count among the {@code remaining} largest of a class. */
  private static long thresholdCount(
      List<VocabularySection> sections, int countClass, int[] next, long remaining, int[] begin) {
    if (CountClass.lowest(countClass) + 1 == CountClass.lowest(countClass + 1)) {
      // The one class that may be huge holds the words seen once; they need no sorting.
      return CountClass.lowest(countClass);
    }
    long[] counts =
        sections.stream()
            .flatMapToLong(
                section -> {
                  int from = begin[section.partition()];
                  int words = wordsOf(section, countClass, next);
                  return IntStream.range(from, from + words).mapToLong(section::count);
                })
            .toArray();
    Arrays.sort(counts);
    return counts[counts.length - (int) remaining];
  }

  /** The first rank in {@code [begin, begin + words)} with a count of at most {@code count}. */
  private static int firstAtMost(VocabularySection section, int begin, int words, long count) {
    int low = begin;
    int high = begin + words;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (section.count(middle) <= count) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
