// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.util.Optional;
import org.ngramjob.ngram.Vocabulary;

/**
 * P(word | context). Two kinds answer alike: {@link CountModel} computes from counts with the
 * formulas of its smoothing method, {@link LogModel} looks up logarithms computed elsewhere. Safe
 * for concurrent use, with a {@link ContextPath} per thread.
 */
public sealed interface LanguageModel permits CountModel, LogModel {
  /** What the model's directory says of it: order, method, n-grams. */
  ModelHeader header();

  /** The words that ids stand for. */
  Vocabulary vocabulary();

  /** N: at most N - 1 words of context matter. */
  default int order() {
    return header().order();
  }

  /** Whether the answers are probabilities: then perplexity has a meaning. */
  boolean isProbability();

  /** Whether P after a context is made from P after the next shorter one. */
  boolean asksShorterContexts();

  /** Whether every word has a share of 1 / V before any n-gram is looked at. */
  boolean beginsWithUniform();

  /** A place in the tables, to be pointed at one context after another; for one thread. */
  ContextPath newPath();

  /** Room for tokens to be looked up side by side; for one thread. */
  TokenBatch newBatch();

  /**
   * P(word | context); a score where the method gives none ({@link #isProbability}).
   *
   * @param path where the context stands
   * @return 0 for {@code <s>}, which is never predicted
   */
  default double probability(ContextPath path, int word) {
    return probability(path, path.length(), word);
  }

  /**
   * P(word | the nearest words of the context).
   *
   * @param words of context that count, up to {@link ContextPath#length}
   */
  double probability(ContextPath path, int words, int word);

  /**
   * Length of the longest n-gram that ends in the word here; 0 for none. Every word that a back-off
   * model predicts has one of length 1, as in its ARPA file: an unknown one {@code <unk>}.
   *
   * @param path where the context stands
   */
  default int matched(ContextPath path, int word) {
    return path.matched(word);
  }

  /**
   * The factor of P(word | shorter context) for a word that does not follow the context: the
   * back-off weight of ARPA files.
   *
   * @param depth of a context that the tables have, up to {@link ContextPath#depth}
   */
  double weight(ContextPath path, int depth);

  /**
   * P(word | context) for every id, {@code <s>} having 0; an array of {@link Vocabulary#size()}.
   */
  double[] distribution(ContextPath path);

  /**
   * How P(word | the nearest words of the context) comes about: a formula with its numbers, in one
   * line that goes on after the probability. It may speak of "the line above", which is that of the
   * next shorter context.
   */
  String explain(ContextPath path, int words, int word);

  /** Meets every context of the tables once, a context before the longer ones of its bucket. */
  void forEachContext(ContextVisitor visitor);

  /**
   * What is wrong with the numbers stored for the whole context: totals that are not those of the
   * counts, logarithms that are no finite numbers or above 0; empty where nothing is.
   */
  Optional<String> defect(ContextPath path);
}
