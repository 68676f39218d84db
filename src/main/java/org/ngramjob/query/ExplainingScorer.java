// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/** Scores sentences as {@link SentenceScorer} does and keeps an account of every token. */
public final class ExplainingScorer implements IdSink {
  /**
   * What became of a token.
   *
   * @param word as it stands in the vocabulary; {@code <unk>} for a word outside it
   * @param matchedOrder length of the longest n-gram that ends in it here, 0 for none
   * @param probability of it in its place
   * @param path how the probability comes about, as {@link ConditionalProbability#explain} says
   */
  public record Token(String word, int matchedOrder, double probability, List<String> path) {
    public Token {
      path = List.copyOf(path);
    }
  }

  private final LanguageModel model;
  private final ConditionalProbability table;
  private final List<Token> tokens = new ArrayList<>();
  private final ContextWindow context;

  public ExplainingScorer(LanguageModel model) {
    this.model = model;
    this.table = new ConditionalProbability(model);
    this.context = new ContextWindow(model.order() - 1);
    context.begin();
  }

  @Override
  public void word(int id) {
    explain(id);
    context.add(id);
  }

  @Override
  public void endOfSentence() {
    explain(SpecialWords.END);
    context.begin();
  }

  /** The tokens since the last call. */
  public List<Token> take() {
    List<Token> taken = List.copyOf(tokens);
    tokens.clear();
    return taken;
  }

  private void explain(int id) {
    int from = context.from();
    int[] before = Arrays.copyOfRange(context.reversed(), from, from + context.length());
    double p = table.ofReversed(before, id);
    String word = new String(model.vocabulary().word(id), StandardCharsets.UTF_8);
    tokens.add(new Token(word, table.matchedOrder(), p, table.explain()));
  }
}
