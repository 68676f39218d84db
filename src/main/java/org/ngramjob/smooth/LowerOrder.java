// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

/**
 * What becomes of the share a method frees. Below order 1 stands the uniform distribution 1/V. A
 * context without followers in the text is {@link ContextTotals#UNSEEN}: it frees everything, so
 * its answer is the shorter context's.
 */
public enum LowerOrder {
  /** p(w|c) = kept + freed · p(w|shorter c), for seen and unseen w alike. */
  INTERPOLATE,

  /**
   * p(w|c) = kept for a follower that survives, else weight · p(w|shorter c), where weight = freed
   * / (1 - Σ p(w'|shorter c) over the followers w' that survive). Where no word is left to back off
   * to (that sum is one), the followers' kept shares are divided by 1 - freed instead.
   */
  BACK_OFF,

  /** p(w|c) = kept + freed / V at every order; the shorter context is never asked. */
  UNIFORM,

  /** p(w|c) = kept; what is freed is lost, an unseen w has probability 0. */
  NONE,

  /**
   * A score, no probability: kept for a follower that survives, else freed · score(w|shorter c).
   * Kept and freed do not add up to one.
   */
  SCORE;

  /**
   * Where followers leave less than this to other words, nothing is left to back off to: a sum that
   * is one but for rounding.
   */
  private static final double NOTHING = 1e-12;

  /** Whether the answer of the next shorter context is asked for at all. */
  public boolean asksShorter() {
    return this != UNIFORM && this != NONE;
  }

  /**
   * Whether what a context lacks is a weight times P(w|shorter c), the same for all w, and P a
   * probability: what ARPA files and entropy pruning need.
   */
  public boolean hasBackOffWeights() {
    return this == INTERPOLATE || this == BACK_OFF;
  }

  /**
   * p(w|c) of {@link #INTERPOLATE}, the linear interpolation of Jelinek &amp; Mercer 1980 (Chen
   * &amp; Goodman 1999, eq. 12).
   *
   * @param kept by w, from 0 to 1; 0 where it does not follow
   * @param freed by the context, from 0 to 1
   * @param shorter p(w|shorter c)
   */
  public static double interpolate(double kept, double freed, double shorter) {
    return kept + freed * shorter;
  }

  /**
   * The weight of {@link #BACK_OFF}; 0 where no word is left to back off to.
   *
   * @param freed by the context, from 0 to 1
   * @param left 1 - Σ p(w'|shorter c) over the followers w' that survive
   */
  public static double backOffWeight(double freed, double left) {
    return left < NOTHING ? 0 : freed / left;
  }

  /**
   * By what the kept shares of {@link #BACK_OFF} are divided: 1, but where the weight is 0. Nobody
   * gets what is freed then, and the kept shares, which add up to 1 - freed, must make one.
   *
   * @param freed by the context, from 0 to 1
   * @param weight the {@link #backOffWeight} of the same context
   */
  public static double keptDivisor(double freed, double weight) {
    return weight == 0 ? 1 - freed : 1;
  }
}
