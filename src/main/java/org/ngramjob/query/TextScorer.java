// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.TokenBatch;
import org.ngramjob.ngram.SpecialWords;

/**
 * Scores text as a whole: every token as {@link SentenceScorer} does, added to a {@link TextScore}.
 * For one thread; makes no object per token.
 */
public final class TextScorer implements IdSink {
  private final LanguageModel model;
  private final TokenBatch batch;
  private final ContextWindow context;
  private TextScore score;

  public TextScorer(LanguageModel model) {
    this.model = model;
    this.batch = model.newBatch();
    this.context = new ContextWindow(model.order() - 1);
    this.score = new TextScore(model.order());
    context.begin();
  }

  @Override
  public void word(int id) {
    add(id);
    context.add(id);
  }

  @Override
  public void endOfSentence() {
    add(SpecialWords.END);
    score.endSentence();
    context.begin();
  }

  /** The score of all since the last call. */
  public TextScore take() {
    flush();
    TextScore taken = score;
    score = new TextScore(model.order());
    return taken;
  }

  private void add(int id) {
    if (batch.isFull()) {
      flush();
    }
    batch.add(context.reversed(), context.from(), context.length(), id);
  }

  private void flush() {
    batch.lookUp();
    for (int token = 0; token < batch.size(); token++) {
      if (batch.word(token) == SpecialWords.UNKNOWN) {
        score.addOov(batch.probability(token), batch.matched(token));
      } else {
        score.addKnown(batch.probability(token), batch.matched(token));
      }
    }
    batch.clear();
  }
}
