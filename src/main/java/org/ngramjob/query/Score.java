// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

/**
 * How probable some sentences are.
 *
 * @param log10 the sum of the log10 probabilities of all tokens; -Infinity where one has
 *     probability 0
 * @param tokens words and sentence ends
 * @param oov words outside the vocabulary; their probability, that of {@code <unk>}, is in the sum
 */
public record Score(double log10, long tokens, long oov) {
  /** Of no sentence at all. */
  public static final Score NONE = new Score(0, 0, 0);

  /** 10^(-log10 / tokens): Infinity where a token is impossible, NaN where there is no token. */
  public double perplexity() {
    return tokens == 0 ? Double.NaN : Math.pow(10, -log10 / tokens);
  }

  /** Both together. */
  public Score plus(Score other) {
    return new Score(log10 + other.log10, tokens + other.tokens, oov + other.oov);
  }
}
