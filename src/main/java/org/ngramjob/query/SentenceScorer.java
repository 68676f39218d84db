// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.util.Arrays;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.TokenBatch;
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
 * <p>Many texts, such as lines, may be scored before the first score is asked for: their tokens are
 * looked up together, which takes far less time. For one thread; makes no object per token.
 */
public final class SentenceScorer extends TokensInContext {
  private final TokenBatch batch;

  /** The text to which a token of the batch belongs. */
  private final int[] textOf;

  /** What texts have come to so far; those from {@code ended} on are not at their end. */
  private double[] log10 = new double[16];

  private long[] tokens = new long[16];
  private long[] oov = new long[16];
  private int ended;

  public SentenceScorer(LanguageModel model) {
    super(model.order());
    this.batch = model.newBatch();
    this.textOf = new int[batch.capacity()];
  }

  /** All sentences since the last end of a text are one text. */
  public void endOfText() {
    ended++;
    if (ended == log10.length) {
      log10 = Arrays.copyOf(log10, 2 * ended);
      tokens = Arrays.copyOf(tokens, 2 * ended);
      oov = Arrays.copyOf(oov, 2 * ended);
    }
  }

  /** The scores of the texts that have ended since the last call, in their order. */
  public Score[] takeTexts() {
    flush();
    Score[] scores = new Score[ended];
    for (int text = 0; text < ended; text++) {
      scores[text] = new Score(log10[text], tokens[text], oov[text]);
    }
    int used = ended + 1;
    log10[0] = log10[ended];
    tokens[0] = tokens[ended];
    oov[0] = oov[ended];
    Arrays.fill(log10, 1, used, 0);
    Arrays.fill(tokens, 1, used, 0);
    Arrays.fill(oov, 1, used, 0);
    ended = 0;
    return scores;
  }

  /** The score of all sentences since the last call, as one text. */
  public Score take() {
    endOfText();
    Score[] scores = takeTexts();
    return scores[scores.length - 1];
  }

  @Override
  protected void token(int[] reversed, int from, int length, int id) {
    if (batch.isFull()) {
      flush();
    }
    textOf[batch.size()] = ended;
    batch.add(reversed, from, length, id);
    tokens[ended]++;
    if (id == SpecialWords.UNKNOWN) {
      oov[ended]++;
    }
  }

  private void flush() {
    batch.lookUp();
    for (int token = 0; token < batch.size(); token++) {
      log10[textOf[token]] += Math.log10(batch.probability(token));
    }
    batch.clear();
  }
}
