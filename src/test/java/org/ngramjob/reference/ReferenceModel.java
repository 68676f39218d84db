// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.ngramjob.reference.ReferenceCounts.BEGIN;
import static org.ngramjob.reference.ReferenceCounts.END;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * P(word | context) for every smoothing method, by the recursion of the papers, over hash maps.
 *
 * <p>Options, all text: {@code k} (add-k, katz), {@code lambda} and {@code lambda1} …
 * (jelinek-mercer), {@code discount} (absolute), {@code alpha} (stupid-backoff), {@code prune} such
 * as {@code "0 0 1"} (an n-gram goes when its raw count is at most its order's number; the last
 * holds for higher orders), {@code fallback} such as {@code "0.5 1 1.5"}.
 */
public final class ReferenceModel {
  public static final String UNKNOWN = "<unk>";

  /** One context's followers that survive, and what all of them have together. */
  private static final class Context {
    final Map<String, Long> followers = new HashMap<>();
    long total;
    long lost;
    double weight = Double.NaN;
  }

  private final String method;
  private final Map<String, String> options;
  private final ReferenceCounts counts;
  private final ReferenceDiscounts discounts;
  private final Set<String> vocabulary = new HashSet<>();
  private final Map<List<String>, Context> contexts = new HashMap<>();

  private ReferenceModel(ReferenceCounts counts, String method, Map<String, String> options) {
    this.method = method;
    this.options = options;
    this.counts = counts;
    boolean adjusted = method.endsWith("kneser-ney");
    for (int n = 1; n <= counts.order(); n++) {
      int order = n;
      Map<List<String>, Long> used = adjusted ? counts.adjusted(n) : counts.raw(n);
      used.forEach((ngram, count) -> addFollower(ngram, count, survives(ngram, order)));
    }
    vocabulary.add(UNKNOWN);
    counts.raw(1).keySet().forEach(unigram -> vocabulary.add(unigram.get(0)));
    discounts = new ReferenceDiscounts(counts, method, options);
  }

  public static ReferenceModel train(
      List<List<String>> sentences, int order, String method, Map<String, String> options) {
    return train(new ReferenceCounts(sentences, order), method, options);
  }

  public static ReferenceModel train(
      ReferenceCounts counts, String method, Map<String, String> options) {
    return new ReferenceModel(counts, method, options);
  }

  /** All that can be predicted: words, {@code </s>}, {@code <unk>}. */
  public Set<String> vocabulary() {
    return vocabulary;
  }

  public ReferenceCounts counts() {
    return counts;
  }

  /** Orders whose discounts are the fallback's. */
  public List<Integer> fallenBack() {
    return discounts.fallenBack();
  }

  /** Whether pruning leaves this n-gram of the text. */
  public boolean survives(List<String> ngram) {
    return survives(ngram, ngram.size());
  }

  /**
   * The probability (stupid-backoff: the score) of a word after a context, of which the last N - 1
   * words are used. A word outside the vocabulary is {@code <unk>}; {@code <s>} is never predicted.
   */
  public double probability(List<String> context, String word) {
    if (word.equals(BEGIN)) {
      return 0;
    }
    int used = Math.min(context.size(), counts.order() - 1);
    return recursive(
        context.subList(context.size() - used, context.size()),
        vocabulary.contains(word) ? word : UNKNOWN);
  }

  /**
   * The factor of P(word | shorter context) for a word that does not follow this context: the
   * back-off weight of ARPA files. 1 for a context that the text does not have.
   */
  public double weight(List<String> context) {
    Context c = contexts.get(context);
    if (c == null) {
      return method.equals("stupid-backoff") ? option("alpha", 0.4) : 1;
    }
    if (Double.isNaN(c.weight)) {
      c.weight = weight(context, c);
    }
    return c.weight;
  }

  private double weight(List<String> context, Context c) {
    int order = context.size() + 1;
    return switch (method) {
      case "jelinek-mercer" -> 1 - lambda(order) + lambda(order) * c.lost / c.total;
      case "witten-bell" -> (double) (c.followers.size() + c.lost) / (c.total + c.followers.size());
      case "absolute", "kneser-ney", "modified-kneser-ney" -> {
        double freed = c.lost;
        for (long count : c.followers.values()) {
          freed += discounts.discount(order, count);
        }
        yield freed / c.total;
      }
      case "katz" -> katzWeight(context, c);
      case "stupid-backoff" -> option("alpha", 0.4);
      default -> throw new IllegalArgumentException(method + " has no back-off weights");
    };
  }

  private double recursive(List<String> context, String word) {
    Context c = contexts.get(context);
    int order = context.size() + 1;
    long count = c == null ? 0 : c.followers.getOrDefault(word, 0L);
    return switch (method) {
      case "mle" -> c == null ? 0 : (double) count / c.total;
      case "add-k", "laplace" -> addK(c, count);
      case "stupid-backoff", "katz" -> {
        if (count == 0) {
          yield weight(context) * shorter(context, word);
        }
        yield method.equals("katz") ? katzSeen(c, order, count) : (double) count / c.total;
      }
      default -> own(c, order, count) + weight(context) * shorter(context, word);
    };
  }

  /** Every word has k more than it has; what pruning took is everybody's. */
  private double addK(Context c, long count) {
    double k = option("k", 1);
    double size = vocabulary.size();
    return c == null ? 1 / size : (count + k + c.lost / size) / (c.total + k * size);
  }

  private double shorter(List<String> context, String word) {
    return context.isEmpty()
        ? 1.0 / vocabulary.size()
        : recursive(context.subList(1, context.size()), word);
  }

  /** The first term of the interpolated methods. */
  private double own(Context c, int order, long count) {
    if (count == 0) {
      return 0;
    }
    return switch (method) {
      case "jelinek-mercer" -> lambda(order) * count / c.total;
      case "witten-bell" -> (double) count / (c.total + c.followers.size());
      default -> (count - discounts.discount(order, count)) / c.total;
    };
  }

  private double katzSeen(Context c, int order, long count) {
    double kept = katzKept(c, order, count);
    if (c.followers.size() < vocabulary.size()) {
      return kept;
    }
    double sum = 0;
    for (long each : c.followers.values()) {
      sum += katzKept(c, order, each);
    }
    return kept / sum;
  }

  private double katzKept(Context c, int order, long count) {
    boolean freesNothing = c.lost == 0;
    for (long each : c.followers.values()) {
      freesNothing &= discounts.turing(order, each) == 1;
    }
    return discounts.turing(order, count) * count / (c.total + (freesNothing ? 1 : 0));
  }

  /** What is left over the shorter context's opinion of all words that do not follow. */
  private double katzWeight(List<String> context, Context c) {
    double left = 1;
    for (long count : c.followers.values()) {
      left -= katzKept(c, context.size() + 1, count);
    }
    double unseen = 0;
    for (String word : vocabulary) {
      unseen += c.followers.containsKey(word) ? 0 : shorter(context, word);
    }
    return unseen == 0 ? 0 : left / unseen;
  }

  private double lambda(int order) {
    return option("lambda" + order, option("lambda", 0.7));
  }

  private double option(String name, double otherwise) {
    return options.containsKey(name) ? Double.parseDouble(options.get(name)) : otherwise;
  }

  private boolean survives(List<String> ngram, int order) {
    String[] thresholds = options.getOrDefault("prune", "0").split(" ", -1);
    long threshold = Long.parseLong(thresholds[Math.min(order, thresholds.length) - 1]);
    boolean special = order == 1 && (ngram.get(0).equals(END) || ngram.get(0).equals(UNKNOWN));
    return special || counts.raw(order).get(ngram) > threshold;
  }

  private void addFollower(List<String> ngram, long count, boolean survives) {
    List<String> before = new ArrayList<>(ngram.subList(0, ngram.size() - 1));
    Context context = contexts.computeIfAbsent(before, key -> new Context());
    context.total += count;
    if (survives) {
      context.followers.put(ngram.get(ngram.size() - 1), count);
    } else {
      context.lost += count;
    }
  }
}
