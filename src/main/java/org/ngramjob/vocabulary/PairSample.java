// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;

/**
 * How often, in the sampled lines, a word r1 had the word r2 before it; only for those r1 whose
 * bucket will be split. Ids throughout; r2 is {@code <s>} at the beginning of a sentence.
 */
final class PairSample {
  private final Vocabulary vocabulary;
  private final long smallestCount;
  private final Map<Integer, SortedMap<Integer, Long>> weights = new TreeMap<>();

  /**
   * An empty sample.
   *
   * @param smallestCount pairs whose r1 is less frequent than this are not kept
   */
  PairSample(Vocabulary vocabulary, long smallestCount) {
    this.vocabulary = vocabulary;
    this.smallestCount = smallestCount;
  }

  /**
   * Adds r1, in {@code bytes[0, middle)}, after r2, in {@code bytes[middle, end)}, which is empty
   * at the beginning of a sentence.
   */
  void add(byte[] bytes, int middle, int end, long count) {
    int word = vocabulary.id(bytes, 0, middle);
    if (vocabulary.count(word) < smallestCount) {
      return;
    }
    int previous = middle == end ? SpecialWords.BEGIN : vocabulary.id(bytes, middle, end);
    weights.computeIfAbsent(word, any -> new TreeMap<>()).merge(previous, count, Long::sum);
  }

  /** The sampled weights of the words before this one, by id. */
  SortedMap<Integer, Long> before(int word) {
    return weights.getOrDefault(word, Collections.emptySortedMap());
  }
}
