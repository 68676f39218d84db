// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;

/**
 * A model out of {@link Smoothing} and hash maps: what {@link LowerOrder} promises, word for word.
 */
final class PlainModel {
  private final Smoothing method;
  private final Set<String> vocabulary;
  private final Map<List<String>, ContextTotals> totals = new HashMap<>();
  private final Map<List<String>, Map<String, Long>> followers = new HashMap<>();

  /** Of the same counts, survivors and vocabulary as the reference. */
  PlainModel(String request, ReferenceModel reference, DiscountFallback fallback) {
    ReferenceCounts counts = reference.counts();
    vocabulary = reference.vocabulary();
    method =
        SmoothingMethods.fit(
            SmoothingMethods.parse(request),
            corpus(counts, vocabulary.size()),
            Optional.of(fallback));
    Map<List<String>, ContextTotals.Builder> builders = new HashMap<>();
    for (int n = 1; n <= counts.order(); n++) {
      boolean raw = method.counts() == CountKind.RAW;
      (raw ? counts.raw(n) : counts.adjusted(n))
          .forEach(
              (ngram, count) -> {
                List<String> context = ngram.subList(0, ngram.size() - 1);
                ContextTotals.Builder builder =
                    builders.computeIfAbsent(context, key -> new ContextTotals.Builder());
                if (reference.survives(ngram)) {
                  builder.follower(count);
                  followers
                      .computeIfAbsent(context, key -> new HashMap<>())
                      .put(ngram.get(ngram.size() - 1), count);
                } else {
                  builder.lost(count);
                }
              });
    }
    builders.forEach((context, builder) -> totals.put(context, builder.build()));
  }

  Smoothing method() {
    return method;
  }

  double probability(List<String> context, String word) {
    int order = context.size() + 1;
    ContextTotals t = totals.getOrDefault(context, ContextTotals.UNSEEN);
    Map<String, Long> seen = followers.getOrDefault(context, Map.of());
    long count = seen.getOrDefault(word, 0L);
    double kept = method.kept(order, count, t);
    double freed = method.freed(order, t);
    return switch (method.lower()) {
      case NONE -> kept;
      case UNIFORM -> kept + freed / vocabulary.size();
      case INTERPOLATE -> kept + freed * shorter(context, word);
      case SCORE -> count > 0 ? kept : freed * shorter(context, word);
      case BACK_OFF -> {
        if (count > 0) {
          yield seen.size() == vocabulary.size() ? kept / (1 - freed) : kept;
        }
        double seenBelow = 0;
        for (String each : seen.keySet()) {
          seenBelow += shorter(context, each);
        }
        yield freed / (1 - seenBelow) * shorter(context, word);
      }
    };
  }

  private double shorter(List<String> context, String word) {
    return context.isEmpty()
        ? 1.0 / vocabulary.size()
        : probability(context.subList(1, context.size()), word);
  }

  private static CorpusTotals corpus(ReferenceCounts counts, int vocabularySize) {
    List<CountsOfCounts> raw = new ArrayList<>();
    List<CountsOfCounts> adjusted = new ArrayList<>();
    for (int n = 1; n <= counts.order(); n++) {
      raw.add(countsOfCounts(counts.raw(n).values()));
      adjusted.add(countsOfCounts(counts.adjusted(n).values()));
    }
    return new CorpusTotals(vocabularySize, raw, adjusted);
  }

  private static CountsOfCounts countsOfCounts(Collection<Long> counts) {
    long[] n = new long[CountsOfCounts.LARGEST];
    counts.stream().filter(count -> count <= n.length).forEach(count -> n[count.intValue() - 1]++);
    return CountsOfCounts.of(counts.size(), counts.stream().mapToLong(Long::longValue).sum(), n);
  }
}
