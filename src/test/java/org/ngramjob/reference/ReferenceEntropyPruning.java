// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.ngramjob.reference.ReferenceCounts.BEGIN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Entropy pruning as Stolcke (1998) defines it, without his shortcuts: for each n-gram by itself
 * the model without it is made, and its relative entropy to the whole model is summed over the
 * vocabulary. What is needed by what stays is then added until nothing changes.
 */
public final class ReferenceEntropyPruning {
  private final ReferenceModel whole;
  private final Map<List<String>, Set<String>> explicit = new HashMap<>();
  private final Map<List<String>, Set<String>> kept = new HashMap<>();
  private final Map<List<String>, Double> weights = new HashMap<>();

  /** Leaves out what costs less than the threshold, a share of perplexity. */
  public ReferenceEntropyPruning(ReferenceModel whole, double threshold) {
    this.whole = whole;
    ReferenceCounts counts = whole.counts();
    Map<List<String>, Long> occurrences = new HashMap<>();
    long tokens = 0;
    for (int n = 1; n <= counts.order(); n++) {
      for (Map.Entry<List<String>, Long> ngram : counts.raw(n).entrySet()) {
        List<String> context = context(ngram.getKey());
        occurrences.merge(context, ngram.getValue(), Long::sum);
        tokens += n == 1 ? ngram.getValue() : 0;
        if (whole.survives(ngram.getKey())) {
          explicit.computeIfAbsent(context, key -> new HashSet<>()).add(last(ngram.getKey()));
        }
      }
    }
    kept.put(List.of(), whole.vocabulary());
    for (Map.Entry<List<String>, Set<String>> context : explicit.entrySet()) {
      double often = (double) occurrences.get(context.getKey()) / tokens;
      for (String word : context.getKey().isEmpty() ? Set.<String>of() : context.getValue()) {
        if (Math.exp(often * loss(context.getKey(), word)) - 1 >= threshold) {
          keep(context.getKey(), word);
        }
      }
    }
  }

  /** How many n-grams of a length stay; of length 1 every word, with {@code <unk>}. */
  public int size(int n) {
    int size = 0;
    for (Map.Entry<List<String>, Set<String>> context : kept.entrySet()) {
      size += context.getKey().size() == n - 1 ? context.getValue().size() : 0;
    }
    return size;
  }

  /** P(word | context) in the pruned model. */
  public double probability(List<String> context, String word) {
    if (word.equals(BEGIN)) {
      return 0;
    }
    int used = Math.min(context.size(), whole.counts().order() - 1);
    return recursive(
        context.subList(context.size() - used, context.size()),
        whole.vocabulary().contains(word) ? word : ReferenceModel.UNKNOWN);
  }

  private double recursive(List<String> context, String word) {
    if (context.isEmpty() || stays(context, word)) {
      return whole.probability(context, word);
    }
    return weight(context) * recursive(context.subList(1, context.size()), word);
  }

  private boolean stays(List<String> context, String word) {
    return kept.getOrDefault(context, Set.of()).contains(word);
  }

  private double weight(List<String> context) {
    if (!kept.containsKey(context)) {
      return 1;
    }
    Double known = weights.get(context);
    if (known == null) {
      double left = 0;
      double shorterLeft = 0;
      for (String word : whole.vocabulary()) {
        if (!stays(context, word)) {
          left += whole.probability(context, word);
          shorterLeft += recursive(context.subList(1, context.size()), word);
        }
      }
      known = shorterLeft == 0 ? 0 : left / shorterLeft;
      weights.put(context, known);
    }
    return known;
  }

  /** Σ P(v|h) ln (P(v|h) / P'(v|h)), where P' lacks one n-gram of h. */
  private double loss(List<String> context, String without) {
    List<String> shorter = context.subList(1, context.size());
    Set<String> rest = new HashSet<>(explicit.get(context));
    rest.remove(without);
    double left = 0;
    double shorterLeft = 0;
    for (String word : whole.vocabulary()) {
      if (!rest.contains(word)) {
        left += whole.probability(context, word);
        shorterLeft += whole.probability(shorter, word);
      }
    }
    double loss = 0;
    for (String word : whole.vocabulary()) {
      double p = whole.probability(context, word);
      if (p > 0 && !rest.contains(word)) {
        loss += p * Math.log(p / (left / shorterLeft * whole.probability(shorter, word)));
      }
    }
    return loss;
  }

  private void keep(List<String> context, String word) {
    if (context.isEmpty() || !kept.computeIfAbsent(context, key -> new HashSet<>()).add(word)) {
      return;
    }
    keep(List.copyOf(context.subList(1, context.size())), word);
    if (context.size() > 1) {
      keep(context(context), last(context));
    }
  }

  private static List<String> context(List<String> ngram) {
    return new ArrayList<>(ngram.subList(0, ngram.size() - 1));
  }

  private static String last(List<String> ngram) {
    return ngram.get(ngram.size() - 1);
  }
}
