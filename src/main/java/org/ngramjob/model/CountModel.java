// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Arrays;
import java.util.Optional;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.smooth.ContextTotals;
import org.ngramjob.smooth.FormulaNumber;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.Smoothing;

/**
 * A model of counts: counts from the tables, formulas from the method. Every answer is computed in
 * double precision from integers, from the empty context outwards; nothing rounded is stored.
 */
final class CountModel implements LanguageModel {
  private final ModelHeader header;
  private final Vocabulary vocabulary;
  private final Smoothing smoothing;
  private final LowerOrder lower;
  private final ModelShards shards;
  private final double uniform;

  CountModel(ModelHeader header, Vocabulary vocabulary, ModelShards shards) {
    this.header = header;
    this.vocabulary = vocabulary;
    this.smoothing = header.smoothing();
    this.lower = smoothing.lower();
    this.shards = shards;
    this.uniform = 1.0 / header.vocabularySize();
  }

  @Override
  public ModelHeader header() {
    return header;
  }

  @Override
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public boolean isProbability() {
    return smoothing.isProbability();
  }

  @Override
  public boolean asksShorterContexts() {
    return lower.asksShorter();
  }

  @Override
  public boolean beginsWithUniform() {
    return lower != LowerOrder.NONE;
  }

  @Override
  public ContextPath newPath() {
    return new ContextPath(order(), shards, new BackOffWeights());
  }

  @Override
  public TokenBatch newBatch() {
    return new TokenBatch(this, shards, smoothing);
  }

  @Override
  public int matched(ContextPath path, int word) {
    return Math.max(lower.hasBackOffWeights() ? 1 : 0, path.matched(word));
  }

  @Override
  public double probability(ContextPath path, int words, int word) {
    if (word == SpecialWords.BEGIN) {
      return 0;
    }
    if (!asksShorterContexts()) {
      return alone(path, words, word);
    }
    double p = uniform;
    boolean seen = true;
    int depth = Math.min(words, path.depth());
    for (int d = 0; d <= depth; d++) {
      // What a shorter context has not seen, a longer one cannot have.
      int follower = seen ? path.find(d, word) : -1;
      seen = follower >= 0;
      if (seen) {
        p = ofFollower(path, d, path.count(d, follower), p);
      } else {
        p *= weight(path, d);
      }
    }
    return lower == LowerOrder.SCORE ? p * unseenWeights(depth, words) : p;
  }

  /** What a follower gets at a depth, given its probability after the shorter context. */
  private double ofFollower(ContextPath path, int depth, long count, double shorter) {
    ContextShares shares = path.shares(depth, smoothing);
    double kept = shares.kept(count);
    return switch (lower) {
      case INTERPOLATE -> LowerOrder.interpolate(kept, shares.freed(), shorter);
      case BACK_OFF -> kept / LowerOrder.keptDivisor(shares.freed(), weight(path, depth));
      default -> kept;
    };
  }

  @Override
  public double weight(ContextPath path, int depth) {
    if (lower != LowerOrder.BACK_OFF) {
      return path.shares(depth, smoothing).freed();
    }
    double weight = path.rememberedWeight(depth);
    if (Double.isNaN(weight)) {
      double left = leftByFollowers(path, depth);
      weight = LowerOrder.backOffWeight(path.shares(depth, smoothing).freed(), left);
      path.rememberWeight(depth, weight);
    }
    return weight;
  }

  /** 1 - Σ P(w | shorter context) over the followers. */
  private double leftByFollowers(ContextPath path, int depth) {
    int from = path.firstFollower(depth);
    int end = path.endFollower(depth);
    if (depth == 0) {
      return (double) (header.vocabularySize() - (end - from)) / header.vocabularySize();
    }
    CompensatedSum left = new CompensatedSum(1);
    for (int follower = from; follower < end; follower++) {
      left.add(-probability(path, depth - 1, path.word(depth, follower)));
    }
    return left.value();
  }

  /** For each word of context beyond what the text has seen. */
  private double unseenWeights(int depth, int words) {
    double weight = 1;
    for (int d = depth + 1; d <= words; d++) {
      weight *= smoothing.freed(d + 1, ContextTotals.UNSEEN);
    }
    return weight;
  }

  /** For methods that ask no shorter context. */
  private double alone(ContextPath path, int words, int word) {
    boolean seen = words <= path.depth();
    ContextTotals totals = seen ? path.totals(words) : ContextTotals.UNSEEN;
    int follower = seen ? path.find(words, word) : -1;
    double kept = follower < 0 ? 0 : smoothing.kept(words + 1, path.count(words, follower), totals);
    return lower == LowerOrder.NONE ? kept : kept + smoothing.freed(words + 1, totals) * uniform;
  }

  @Override
  public double[] distribution(ContextPath path) {
    double[] p = new double[vocabulary.size()];
    if (!asksShorterContexts()) {
      ContextTotals totals = path.isWhole() ? path.totals(path.depth()) : ContextTotals.UNSEEN;
      double freed = smoothing.freed(path.length() + 1, totals);
      Arrays.fill(p, lower == LowerOrder.NONE ? 0 : freed * uniform);
      if (path.isWhole()) {
        addFollowers(path, path.depth(), p);
      }
    } else {
      Arrays.fill(p, uniform);
      for (int depth = 0; depth <= path.depth(); depth++) {
        lengthen(path, depth, p);
      }
      if (lower == LowerOrder.SCORE) {
        scale(p, unseenWeights(path.depth(), path.length()));
      }
    }
    p[SpecialWords.BEGIN] = 0;
    return p;
  }

  /** Turns the distribution after a context into that after the next longer one. */
  private void lengthen(ContextPath path, int depth, double[] p) {
    scale(p, weight(path, depth));
    if (lower == LowerOrder.INTERPOLATE) {
      addFollowers(path, depth, p);
      return;
    }
    int end = path.endFollower(depth);
    for (int follower = path.firstFollower(depth); follower < end; follower++) {
      p[path.word(depth, follower)] = ofFollower(path, depth, path.count(depth, follower), 0);
    }
  }

  private void addFollowers(ContextPath path, int depth, double[] p) {
    ContextTotals totals = path.totals(depth);
    int end = path.endFollower(depth);
    for (int follower = path.firstFollower(depth); follower < end; follower++) {
      p[path.word(depth, follower)] +=
          smoothing.kept(depth + 1, path.count(depth, follower), totals);
    }
  }

  private static void scale(double[] p, double factor) {
    for (int word = 0; word < p.length; word++) {
      p[word] *= factor;
    }
  }

  @Override
  public String explain(ContextPath path, int words, int word) {
    boolean known = words <= path.depth();
    ContextTotals totals = known ? path.totals(words) : ContextTotals.UNSEEN;
    int follower = known ? path.find(words, word) : -1;
    long count = follower < 0 ? 0 : path.count(words, follower);
    return combination(path, words, follower >= 0)
        + "; "
        + smoothing.explain(words + 1, count, totals);
  }

  /** What is done with the probability after the next shorter context. */
  private String combination(ContextPath path, int words, boolean seen) {
    return switch (lower) {
      case INTERPOLATE -> " = kept + freed * the line above";
      case BACK_OFF -> backOff(path, words, seen);
      case SCORE ->
          seen
              ? " = kept"
              : " = the line above * "
                  + FormulaNumber.text(smoothing.freed(words + 1, ContextTotals.UNSEEN));
      case UNIFORM -> " = kept + freed / V";
      case NONE -> " = kept";
    };
  }

  private String backOff(ContextPath path, int words, boolean seen) {
    if (words > path.depth()) {
      return " = the line above * back-off weight 1";
    }
    double weight = weight(path, words);
    if (seen) {
      return weight == 0 ? " = kept / (1 - freed)" : " = kept";
    }
    return " = the line above * back-off weight %s = freed / %s that the followers leave to others"
        .formatted(FormulaNumber.text(weight), FormulaNumber.text(leftByFollowers(path, words)));
  }

  @Override
  public void forEachContext(ContextVisitor visitor) {
    shards.forEachContext(visitor);
  }

  @Override
  public Optional<String> defect(ContextPath path) {
    int depth = path.depth();
    int end = path.endFollower(depth);
    ContextTotals totals = path.totals(depth);
    ContextTotals.Builder followers = new ContextTotals.Builder().lost(totals.lost());
    for (int follower = path.firstFollower(depth); follower < end; follower++) {
      long count = path.count(depth, follower);
      if (count < 1) {
        return Optional.of("a follower has the count " + count);
      }
      followers.follower(count);
    }
    ContextTotals expected = followers.build();
    return totals.equals(expected)
        ? Optional.empty()
        : Optional.of("its totals are " + totals + ", its followers make " + expected);
  }
}
