// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All n-grams of orders 1 to N with raw and adjusted counts. An n-gram is a window over {@code <s>
 * w1 … wm </s>}; there is no other padding, and {@code <s>} alone is no unigram. A sentence without
 * words is {@code <s> </s>}.
 */
public final class ReferenceCounts {
  public static final String BEGIN = "<s>";
  public static final String END = "</s>";

  private final List<Map<List<String>, Long>> raw = new ArrayList<>();
  private final List<Map<List<String>, Long>> adjusted = new ArrayList<>();

  public ReferenceCounts(List<List<String>> sentences, int order) {
    for (int n = 1; n <= order; n++) {
      raw.add(windows(sentences, n));
    }
    for (int n = 1; n < order; n++) {
      adjusted.add(leftNeighbours(raw.get(n - 1), raw.get(n)));
    }
    adjusted.add(raw.get(order - 1));
  }

  public int order() {
    return raw.size();
  }

  /** How often each n-gram of length n occurs. */
  public Map<List<String>, Long> raw(int n) {
    return raw.get(n - 1);
  }

  /**
   * How many different words stand to the left of each n-gram of length n; raw for the top order
   * and for n-grams that begin with {@code <s>}.
   */
  public Map<List<String>, Long> adjusted(int n) {
    return adjusted.get(n - 1);
  }

  private static Map<List<String>, Long> windows(List<List<String>> sentences, int n) {
    Map<List<String>, Long> counts = new HashMap<>();
    for (List<String> sentence : sentences) {
      List<String> marked = new ArrayList<>();
      marked.add(BEGIN);
      marked.addAll(sentence);
      marked.add(END);
      for (int from = n == 1 ? 1 : 0; from + n <= marked.size(); from++) {
        counts.merge(List.copyOf(marked.subList(from, from + n)), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<List<String>, Long> leftNeighbours(
      Map<List<String>, Long> shorter, Map<List<String>, Long> longer) {
    Map<List<String>, Set<String>> left = new HashMap<>();
    for (List<String> ngram : longer.keySet()) {
      left.computeIfAbsent(ngram.subList(1, ngram.size()), key -> new HashSet<>())
          .add(ngram.get(0));
    }
    Map<List<String>, Long> counts = new HashMap<>();
    shorter.forEach(
        (ngram, count) ->
            counts.put(ngram, ngram.get(0).equals(BEGIN) ? count : (long) left.get(ngram).size()));
    return counts;
  }
}
