// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import java.util.SortedMap;

/**
 * A smoothing method, fitted: pure functions from counts to shares of probability. Immutable and
 * safe for concurrent use; equal when the parameters are.
 *
 * <p>For every context, Σ {@link #kept} over its survivors + {@link #freed} = 1, except where
 * {@link #lower} is {@link LowerOrder#SCORE}.
 */
public interface Smoothing {
  /** The name by which {@link SmoothingMethods} knows it, e.g. {@code witten-bell}. */
  String name();

  /** Which counts {@link #kept} and the totals are to be given in. */
  CountKind counts();

  /** What becomes of the freed share. */
  LowerOrder lower();

  /**
   * The share that a follower keeps for itself, 0 to 1.
   *
   * @param order context length + 1
   * @param count of the follower; 0 for a word that does not survive here, which keeps 0
   * @param totals of the context
   */
  double kept(int order, long count, ContextTotals totals);

  /** The share that all followers together leave to others, 0 to 1; 1 for an unseen context. */
  double freed(int order, ContextTotals totals);

  /** Whether the answers are probabilities: then perplexity has a meaning. */
  default boolean isProbability() {
    return lower() != LowerOrder.SCORE;
  }

  /**
   * Everything that was fitted or chosen, for people and for {@link SmoothingMethods#restore},
   * which gives an equal method back. Keys and values are short ASCII; numbers read back exactly.
   */
  SortedMap<String, String> parameters();

  /** How {@link #kept} and {@link #freed} come about, in one line with the numbers plugged in. */
  String explain(int order, long count, ContextTotals totals);
}
