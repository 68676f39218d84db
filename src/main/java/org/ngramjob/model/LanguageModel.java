// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;

/**
 * P(word | context): counts from the tables, formulas from the method. Every answer is computed in
 * double precision from integers, from the empty context outwards; nothing rounded is stored. Safe
 * for concurrent use.
 */
public final class LanguageModel {
  private final ModelHeader header;
  private final Vocabulary vocabulary;
  private final Smoothing smoothing;
  private final ModelShards shards;
  private final double uniform;

  LanguageModel(ModelHeader header, Vocabulary vocabulary, ModelShards shards) {
    this.header = header;
    this.vocabulary = vocabulary;
    this.smoothing = header.smoothing();
    this.shards = shards;
    this.uniform = 1.0 / header.vocabularySize();
  }

  public ModelHeader header() {
    return header;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Smoothing smoothing() {
    return smoothing;
  }

  /** N: at most N - 1 words of context matter. */
  public int order() {
    return header.order();
  }

  /** A place in the tables, to be pointed at one context after another; for one thread. */
  public ContextPath newPath() {
    return new ContextPath(order(), shards);
  }

  /**
   * P(word | context).
   *
   * @param path where the context stands
   * @return 0 for {@code <s>}, which is never predicted
   */
  public double probability(ContextPath path, int word) {
    if (word == SpecialWords.BEGIN) {
      return 0;
    }
    LowerOrder lower = smoothing.lower();
    if (lower == LowerOrder.UNIFORM || lower == LowerOrder.NONE) {
      double kept = path.isWhole() ? kept(path, path.depth(), word) : 0;
      return lower == LowerOrder.NONE ? kept : kept + freed(path) * uniform;
    }
    double p = uniform;
    boolean seen = true;
    for (int depth = 0; depth <= path.depth(); depth++) {
      ContextTotals totals = path.totals(depth);
      // What a shorter context has not seen, a longer one cannot have.
      int follower = seen ? path.find(depth, word) : -1;
      seen = follower >= 0;
      double kept = seen ? smoothing.kept(depth + 1, path.count(depth, follower), totals) : 0;
      double freed = smoothing.freed(depth + 1, totals);
      p = lower == LowerOrder.INTERPOLATE || !seen ? kept + freed * p : kept;
    }
    return p;
  }

  /**
   * P(word | context) for every id, {@code <s>} having 0; an array of {@link Vocabulary#size()}.
   */
  public double[] distribution(ContextPath path) {
    double[] p = new double[vocabulary.size()];
    Arrays.fill(p, uniform);
    LowerOrder lower = smoothing.lower();
    if (lower == LowerOrder.UNIFORM || lower == LowerOrder.NONE) {
      Arrays.fill(p, lower == LowerOrder.NONE ? 0 : freed(path) * uniform);
      if (path.isWhole()) {
        addKept(path, path.depth(), p, false);
      }
    } else {
      for (int depth = 0; depth <= path.depth(); depth++) {
        double freed = smoothing.freed(depth + 1, path.totals(depth));
        double[] before = lower == LowerOrder.INTERPOLATE ? null : p.clone();
        for (int word = 0; word < p.length; word++) {
          p[word] = freed * p[word];
        }
        addKept(path, depth, p, before != null);
      }
    }
    p[SpecialWords.BEGIN] = 0;
    return p;
  }

  private void addKept(ContextPath path, int depth, double[] p, boolean replace) {
    ContextTotals totals = path.totals(depth);
    int end = path.endFollower(depth);
    for (int follower = path.firstFollower(depth); follower < end; follower++) {
      int word = path.word(depth, follower);
      double kept = smoothing.kept(depth + 1, path.count(depth, follower), totals);
      p[word] = replace ? kept : kept + p[word];
    }
  }

  private double kept(ContextPath path, int depth, int word) {
    int follower = path.find(depth, word);
    return follower < 0
        ? 0
        : smoothing.kept(depth + 1, path.count(depth, follower), path.totals(depth));
  }

  private double freed(ContextPath path) {
    ContextTotals totals = path.isWhole() ? path.totals(path.depth()) : ContextTotals.UNSEEN;
    return smoothing.freed(path.length() + 1, totals);
  }
}
