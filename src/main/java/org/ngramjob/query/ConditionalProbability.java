// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.util.ArrayList;
import java.util.List;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.NgramText;
import org.ngramjob.ngram.SpecialWords;

/** One entry of the conditional probability tables, and how it comes about. For one thread. */
public final class ConditionalProbability {
  private final LanguageModel model;
  private final ContextPath path;
  private final NgramText text;
  private int[] reversed = {};
  private int word;

  public ConditionalProbability(LanguageModel model) {
    this.model = model;
    this.path = model.newPath();
    this.text = new NgramText(model.vocabulary());
  }

  /**
   * P(word | context).
   *
   * @param context ids in text order; the last N-1 matter
   */
  public double of(int[] context, int ofWord) {
    return ofReversed(ContextText.reversed(context), ofWord);
  }

  /** The same of a context that has its nearest word first. */
  double ofReversed(int[] context, int ofWord) {
    reversed = context;
    word = ofWord;
    path.goTo(reversed, 0, reversed.length);
    return model.probability(path, word);
  }

  /** {@link LanguageModel#matched} of the last answer of {@link #of}. */
  public int matchedOrder() {
    return model.matched(path, word);
  }

  /**
   * How the last answer of {@link #of} comes about: a line per order, shortest context first; the
   * last line begins with that answer.
   */
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    if (word == SpecialWords.BEGIN) {
      lines.add(SpecialWords.FORMS.get(word) + " is never predicted");
      return lines;
    }
    if (model.beginsWithUniform()) {
      lines.add("every word: 1 / V = 1 / " + model.header().vocabularySize());
    }
    for (int depth = model.asksShorterContexts() ? 0 : path.length();
        depth <= path.length();
        depth++) {
      lines.add(explain(depth));
    }
    return lines;
  }

  private String explain(int depth) {
    return "P("
        + text.word(word)
        + (depth == 0 ? "" : " | " + text.context(reversed, depth))
        + ") = "
        + ResultNumber.text(model.probability(path, depth, word))
        + model.explain(path, depth, word);
  }
}
