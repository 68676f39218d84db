// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.prune;

/**
 * What it costs to leave out one n-gram "h w": the relative change of the model's perplexity, e^D -
 * 1, where D is the relative entropy between the model and the one without it (Stolcke 1998, §3).
 * With h' the next shorter context and α the back-off weight of h,
 *
 * <pre>
 * D = -P(h) { P(w|h) [ln P(w|h') + ln α' - ln P(w|h)] + U [ln α' - ln α] }
 * U = 1 - Σ P(v|h),  U' = 1 - Σ P(v|h')   over the words v that follow h
 * α = U / U',        α' = (U + P(w|h)) / (U' + P(w|h'))
 * </pre>
 *
 * <p>P(h), how often a text comes to h, is its relative frequency in the text that was counted. The
 * paper multiplies the model's own P(h1) P(h2|h1) …; but the lower orders of Kneser-Ney are made
 * for backing off and are no probabilities of text, which spoils the choice (Chelba, Brants,
 * Neveitt &amp; Xu 2010, "Study on interaction between entropy pruning and Kneser-Ney smoothing");
 * SRILM takes P(h) from another model for that reason (option -prune-history-lm).
 */
final class PruningCost {
  private final double contextProbability;
  private final double left;
  private final double shorterLeft;

  /**
   * The cost of any n-gram of one context.
   *
   * @param contextProbability P(h)
   * @param left U
   * @param shorterLeft U'
   */
  PruningCost(double contextProbability, double left, double shorterLeft) {
    this.contextProbability = contextProbability;
    this.left = Math.max(0, left);
    this.shorterLeft = Math.max(0, shorterLeft);
  }

  /**
   * The cost of an n-gram: the same bits on every machine. Mappers and reducers each decide by it
   * what stays, and what one keeps the other must have kept the suffix of; {@link Math} may differ
   * in the last bit between processors.
   *
   * @param probability P(w|h)
   * @param shorter P(w|h')
   */
  double of(double probability, double shorter) {
    double newWeight = (left + probability) / (shorterLeft + shorter);
    double change = probability * StrictMath.log(shorter * newWeight / probability);
    if (left > 0 && shorterLeft > 0) {
      change += left * StrictMath.log(newWeight * shorterLeft / left);
    }
    return StrictMath.expm1(-contextProbability * change);
  }
}
