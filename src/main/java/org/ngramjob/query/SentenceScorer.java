// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * Probability of sentences by the chain rule: P(w1 … wm) = Π P(wi | {@code <s>} w1 … wi-1) over all
 * words and {@code </s>}, contexts cut to the last N-1 words (Jurafsky &amp; Martin, Speech and
 * Language Processing, 3rd ed., eq. 3.4 and 3.8).
 *
 * <p>As KenLM does, a word outside the vocabulary is {@code <unk>}, with the probability that the
 * model gives it, and is {@code <unk>} in the contexts of the words after it: a model of the whole
 * vocabulary has seen none of these, so they are scored with what stands behind it alone.
 *
 * <p>For one thread; makes no object per token.
 */
public final class SentenceScorer implements IdSink {
  private final LanguageModel model;
  private final ContextPath path;
  private final ContextWindow context;
  private double log10;
  private long tokens;
  private long oov;

  public SentenceScorer(LanguageModel model) {
    this.model = model;
    this.path = model.newPath();
    this.context = new ContextWindow(model.order() - 1);
    context.begin();
  }

  @Override
  public void word(int id) {
    add(id);
    if (id == SpecialWords.UNKNOWN) {
      oov++;
    }
    context.add(id);
  }

  @Override
  public void endOfSentence() {
    add(SpecialWords.END);
    context.begin();
  }

  /** The score of all sentences since the last call. */
  public Score take() {
    Score score = new Score(log10, tokens, oov);
    log10 = 0;
    tokens = 0;
    oov = 0;
    return score;
  }

  private void add(int id) {
    path.goTo(context.reversed(), context.from(), context.length());
    log10 += Math.log10(model.probability(path, id));
    tokens++;
  }
}
