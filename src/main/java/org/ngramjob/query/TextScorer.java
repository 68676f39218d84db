// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.TokenBatch;
import org.ngramjob.ngram.SpecialWords;

/**
 * Scores text as a whole: every token as {@link SentenceScorer} does, added to a {@link TextScore}.
 * For one thread; makes no object per token.
 */
public final class TextScorer extends TokensInContext {
  private final LanguageModel model;
  private final TokenBatch batch;
  private TextScore score;

  public TextScorer(LanguageModel model) {
    super(model.order());
    this.model = model;
    this.batch = model.newBatch();
    this.score = new TextScore(model.order());
  }

  /** The score of all since the last call. */
  public TextScore take() {
    flush();
    TextScore taken = score;
    score = new TextScore(model.order());
    return taken;
  }

  @Override
  protected void token(int[] reversed, int from, int length, int id) {
    if (batch.isFull()) {
      flush();
    }
    batch.add(reversed, from, length, id);
    if (id == SpecialWords.END) {
      score.endSentence();
    }
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
