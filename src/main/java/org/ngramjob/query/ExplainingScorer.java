// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ngramjob.model.LanguageModel;

/** Scores sentences as {@link SentenceScorer} does and keeps an account of every token. */
public final class ExplainingScorer extends TokensInContext {
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

  public ExplainingScorer(LanguageModel model) {
    super(model.order());
    this.model = model;
    this.table = new ConditionalProbability(model);
  }

  /** The tokens since the last call. */
  public List<Token> take() {
    List<Token> taken = List.copyOf(tokens);
    tokens.clear();
    return taken;
  }

  @Override
  protected void token(int[] reversed, int from, int length, int id) {
    int[] before = Arrays.copyOfRange(reversed, from, from + length);
    double p = table.ofReversed(before, id);
    String word = new String(model.vocabulary().word(id), StandardCharsets.UTF_8);
    tokens.add(new Token(word, table.matchedOrder(), p, table.explain()));
  }
}
