// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.List;

/**
 * Everything about a text that a method may look at to fit its parameters.
 *
 * <p>Always: as many raw as adjusted counts of counts, with as many distinct n-grams at each order;
 * at the top order the two are equal; no more distinct unigrams than V.
 *
 * @param vocabularySize V, the words that can be predicted: distinct words, {@code </s>} and {@code
 *     <unk>}, without {@code <s>}
 * @param raw counts of counts of the raw counts, order 1 first; {@code <s>} is no unigram
 * @param adjusted the same of the adjusted counts
 */
public record CorpusTotals(
    long vocabularySize, List<CountsOfCounts> raw, List<CountsOfCounts> adjusted) {

  public CorpusTotals {
    raw = List.copyOf(raw);
    adjusted = List.copyOf(adjusted);
    if (raw.isEmpty() || raw.size() != adjusted.size()) {
      throw new IllegalArgumentException(
          "raw (%s orders) and adjusted (%s) must have the same orders, at least one"
              .formatted(raw.size(), adjusted.size()));
    }
    for (int n = 1; n <= raw.size(); n++) {
      CountsOfCounts r = raw.get(n - 1);
      CountsOfCounts a = adjusted.get(n - 1);
      if (r.ngrams() != a.ngrams() || a.sum() > r.sum() || (n == raw.size() && !a.equals(r))) {
        throw new IllegalArgumentException(
            "order %s: raw (%s of %s) and adjusted (%s of %s) do not belong together"
                .formatted(n, r, r.ngrams(), a, a.ngrams()));
      }
    }
    if (vocabularySize < Math.max(2, raw.get(0).ngrams())) {
      throw new IllegalArgumentException(
          "vocabularySize (%s) must be at least 2 and the number of unigrams (%s)"
              .formatted(vocabularySize, raw.get(0).ngrams()));
    }
  }

  /** N, the length of the longest n-gram. */
  public int order() {
    return raw.size();
  }

  /** The counts of counts of one order, 1 to N. */
  public CountsOfCounts counts(CountKind kind, int order) {
    return (kind == CountKind.RAW ? raw : adjusted).get(order - 1);
  }
}
