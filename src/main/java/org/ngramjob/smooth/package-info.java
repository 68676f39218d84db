// SPDX-License-Identifier: Apache-2.0
/**
 * Smoothing as pure functions of whole numbers. A method answers one question: after a context with
 * these {@link org.ngramjob.smooth.ContextTotals}, which share of the probability does a follower
 * of count c <em>keep</em>, and which share is <em>freed</em> for words that the next shorter
 * context knows better? What all followers keep and what is freed add up to one.
 *
 * <pre>
 * SmoothingSpec spec = SmoothingMethods.parse("modified-kneser-ney");
 * Smoothing method = SmoothingMethods.fit(spec, corpusTotals, Optional.empty());
 * double p = method.kept(3, count, totals) + method.freed(3, totals) * shorter;
 * </pre>
 *
 * <p>Start at {@link org.ngramjob.smooth.Smoothing}; {@link org.ngramjob.smooth.ModifiedKneserNey}
 * is the default method, {@link org.ngramjob.smooth.WittenBell} the simplest. A method is one file,
 * named as its paper names it, and one line in {@link org.ngramjob.smooth.SmoothingMethods}.
 *
 * <p>"Order" is the length of the n-gram that ends in the predicted word: context length + 1, so
 * order 1 is the empty context. V is the number of words that can be predicted.
 *
 * <p>Deliberately elsewhere: who counts (rooms {@code trie} and {@code count}), how the answers of
 * several orders are put together and stored ({@code model}), logarithms ({@code model}, {@code
 * arpa}).
 */
package org.ngramjob.smooth;
