// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import org.ngramjob.ngram.SpecialWords;

/** Sentences as tokens, words and sentence ends, each with the words before it. */
public abstract class TokensInContext implements IdSink {
  private final ContextWindow context;

  /**
   * At the beginning of a sentence.
   *
   * @param order N; at most N - 1 words of context matter
   */
  protected TokensInContext(int order) {
    context = new ContextWindow(order - 1);
    context.begin();
  }

  /**
   * A token.
   *
   * @param reversed holds the context, nearest word first; to be read during the call only
   * @param from where it begins there
   * @param length words of it
   * @param id {@link SpecialWords#END} ends the sentence
   */
  protected abstract void token(int[] reversed, int from, int length, int id);

  @Override
  public final void word(int id) {
    token(context.reversed(), context.from(), context.length(), id);
    context.add(id);
  }

  @Override
  public final void endOfSentence() {
    token(context.reversed(), context.from(), context.length(), SpecialWords.END);
    context.begin();
  }
}
