// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Optional;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;

/**
 * A model of logarithms, taken from an ARPA file or left by entropy pruning: P(w | c) is what
 * stands there for c w, else the back-off weight of c (1 where there is no c) times P(w | shorter
 * c) (Katz 1987, as SRILM's ngram-format(5) puts it). Numbers are as they stand; sums are made in
 * double precision.
 */
final class LogModel implements LanguageModel {
  private final ModelHeader header;
  private final Vocabulary vocabulary;
  private final ModelShards shards;

  LogModel(ModelHeader header, Vocabulary vocabulary, ModelShards shards) {
    this.header = header;
    this.vocabulary = vocabulary;
    this.shards = shards;
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
    return true;
  }

  @Override
  public boolean asksShorterContexts() {
    return true;
  }

  @Override
  public boolean beginsWithUniform() {
    return false;
  }

  @Override
  public ContextPath newPath() {
    return new ContextPath(order(), shards, new BackOffWeights());
  }

  @Override
  public TokenBatch newBatch() {
    return new TokenBatch(this, shards, null);
  }

  @Override
  public double probability(ContextPath path, int words, int word) {
    if (word == SpecialWords.BEGIN) {
      return 0;
    }
    double weights = 0;
    for (int depth = Math.min(words, path.depth()); depth >= 0; depth--) {
      int follower = path.find(depth, word);
      float log10 =
          follower >= 0 ? path.log10Probability(depth, follower) : path.log10Weight(depth);
      if (log10 <= TableLogarithm.ZERO) {
        return 0;
      }
      if (follower >= 0) {
        return Math.pow(10, weights + log10);
      }
      weights += log10;
    }
    return 0;
  }

  @Override
  public double weight(ContextPath path, int depth) {
    return TableLogarithm.power(path.log10Weight(depth));
  }

  @Override
  public double[] distribution(ContextPath path) {
    double[] p = new double[vocabulary.size()];
    for (int depth = 0; depth <= path.depth(); depth++) {
      double weight = weight(path, depth);
      for (int word = 0; word < p.length; word++) {
        p[word] *= weight;
      }
      int end = path.endFollower(depth);
      for (int follower = path.firstFollower(depth); follower < end; follower++) {
        p[path.word(depth, follower)] =
            TableLogarithm.power(path.log10Probability(depth, follower));
      }
    }
    p[SpecialWords.BEGIN] = 0;
    return p;
  }

  @Override
  public String explain(ContextPath path, int words, int word) {
    if (words > path.depth()) {
      return " = the line above; the tables do not have this context";
    }
    int follower = path.find(words, word);
    if (follower >= 0) {
      return " = 10^%s; stands in the tables".formatted(path.log10Probability(words, follower));
    }
    return words == 0
        ? "; the tables do not have this word"
        : " = the line above * 10^%s, the back-off weight".formatted(path.log10Weight(words));
  }

  @Override
  public void forEachContext(ContextVisitor visitor) {
    shards.forEachContext(visitor);
  }

  @Override
  public Optional<String> defect(ContextPath path) {
    int depth = path.depth();
    float weight = path.log10Weight(depth);
    if (!Float.isFinite(weight)) {
      return Optional.of("its back-off weight is 10^" + weight);
    }
    int end = path.endFollower(depth);
    for (int follower = path.firstFollower(depth); follower < end; follower++) {
      float p = path.log10Probability(depth, follower);
      if (!Float.isFinite(p) || p > 0) {
        return Optional.of(
            "the probability of word " + path.word(depth, follower) + " after it is 10^" + p);
      }
    }
    return Optional.empty();
  }
}
