// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * Scores text as a whole: every token as {@link SentenceScorer} does, added to a {@link TextScore}.
 * For one thread; makes no object per token.
 */
public final class TextScorer implements IdSink {
  private final LanguageModel model;
  private final ContextPath path;
  private final ContextWindow context;
  private TextScore score;

  public TextScorer(LanguageModel model) {
    this.model = model;
    this.path = model.newPath();
    this.context = new ContextWindow(model.order() - 1);
    this.score = new TextScore(model.order());
    context.begin();
  }

  @Override
  public void word(int id) {
    double p = probability(id);
    if (id == SpecialWords.UNKNOWN) {
      score.addOov(p, path.matched(id));
    } else {
      score.addKnown(p, path.matched(id));
    }
    context.add(id);
  }

  @Override
  public void endOfSentence() {
    score.addKnown(probability(SpecialWords.END), path.matched(SpecialWords.END));
    score.endSentence();
    context.begin();
  }

  /** The score of all since the last call. */
  public TextScore take() {
    TextScore taken = score;
    score = new TextScore(model.order());
    return taken;
  }

  private double probability(int id) {
    path.goTo(context.reversed(), context.from(), context.length());
    return model.probability(path, id);
  }
}
