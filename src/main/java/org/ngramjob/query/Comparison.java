// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;

/** Which of several texts is more probable? */
public final class Comparison {
  /**
   * A text with its score.
   *
   * @param text as it was given
   * @param score of all its sentences
   */
  public record Ranked(String text, Score score) {}

  private Comparison() {}

  /**
   * The texts, most probable first; equally probable ones in the order given.
   *
   * @throws Failure usage, when a text holds no sentence: it would seem to be certain
   */
  public static List<Ranked> rank(LanguageModel model, TextIds ids, List<String> texts) {
    SentenceScorer scorer = new SentenceScorer(model);
    List<Ranked> ranked = new ArrayList<>();
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      ids.read(utf8, 0, utf8.length, scorer);
      Score score = scorer.take();
      if (score.tokens() == 0) {
        throw Failure.usage(
            "text %s (\"%s\") has no words; give the sentences to compare, each in quotes"
                .formatted(ranked.size() + 1, text));
      }
      ranked.add(new Ranked(text, score));
    }
    ranked.sort(Comparator.comparingDouble((Ranked r) -> r.score().log10()).reversed());
    return ranked;
  }
}
