// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import java.util.Arrays;
import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.ngram.Vocabulary;
import org.ngramjob.query.TokensInContext;

/**
 * Finds the weights of a mixture that make a text most probable, by expectation maximisation
 * (Dempster, Laird &amp; Rubin 1977; for mixtures of models: Jelinek &amp; Mercer 1980): the next λ
 * of a model is the mean, over all tokens, of its share λi Pi(w | h) in the probability of the
 * mixture. No step lowers the likelihood. Words that no model has are left out, as they say more of
 * how the models treat unknown words than of how well each predicts.
 *
 * <p>Takes the text as ids of {@link #vocabulary}. Memory: 8 bytes a token and model. For one
 * thread.
 */
public final class HeldOutMixture extends TokensInContext {
  /** Steps shorter than this are the last. */
  private static final double SMALLEST_STEP = 1e-9;

  private static final int MOST_STEPS = 10_000;

  private final UnionVocabulary vocabulary;
  private final Component[] components;

  /** Of each token the probability by each model. */
  private double[] probabilities = new double[1 << 10];

  private int tokens;
  private long unknown;

  /** No text yet. */
  public HeldOutMixture(List<LanguageModel> models) {
    super(models.stream().mapToInt(LanguageModel::order).max().orElseThrow());
    vocabulary = UnionVocabulary.of(models);
    components = Component.of(models, vocabulary);
  }

  /** The words of all models. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  protected void token(int[] reversed, int from, int length, int id) {
    if (id == SpecialWords.UNKNOWN) {
      unknown++;
      return;
    }
    int at = tokens * components.length;
    if (at + components.length > probabilities.length) {
      probabilities = Arrays.copyOf(probabilities, grown(at));
    }
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      components[i].goTo(reversed, from, length);
      probabilities[at + i] = components[i].probability(length, id);
      sum += probabilities[at + i];
    }
    // One that is impossible to all says nothing of their shares.
    tokens += sum > 0 ? 1 : 0;
  }

  private static int grown(int full) {
    if (full > Integer.MAX_VALUE / 2 - 8) {
      throw Failure.badInput(
          "--heldout is more text than fits in memory; a million words are enough");
    }
    return 2 * Math.max(full, 1 << 9);
  }

  /** Tokens that say something of the weights. */
  public int tokens() {
    return tokens;
  }

  /** Tokens that no model knows. */
  public long unknown() {
    return unknown;
  }

  /**
   * The weights that suit the text best.
   *
   * @throws Failure bad input, where no model knows a word of it
   */
  public MixtureWeights weights() {
    if (tokens == 0) {
      throw Failure.badInput(
          "--heldout: no model knows a word of this text; give text of the kind that the mixture is for");
    }
    double[] shares = new double[components.length];
    Arrays.fill(shares, 1.0 / shares.length);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] next = improve(shares);
      double longest = 0;
      for (int i = 0; i < shares.length; i++) {
        longest = Math.max(longest, Math.abs(next[i] - shares[i]));
      }
      shares = next;
      if (longest < SMALLEST_STEP) {
        break;
      }
    }
    return MixtureWeights.rounded(shares);
  }

  private double[] improve(double[] shares) {
    double[] next = new double[shares.length];
    for (int token = 0; token < tokens; token++) {
      double all = probability(token, shares);
      for (int i = 0; i < shares.length; i++) {
        next[i] += shares[i] * probabilities[token * shares.length + i] / all;
      }
    }
    for (int i = 0; i < next.length; i++) {
      next[i] /= tokens;
    }
    return next;
  }

  private double probability(int token, double[] shares) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * probabilities[token * shares.length + i];
    }
    return sum;
  }

  /** Perplexity of the tokens with these weights. */
  public double perplexity(MixtureWeights weights) {
    double[] shares = new double[components.length];
    Arrays.setAll(shares, weights::share);
    double log10 = 0;
    for (int token = 0; token < tokens; token++) {
      log10 += StrictMath.log10(probability(token, shares));
    }
    return StrictMath.pow(10, -log10 / tokens);
  }
}
