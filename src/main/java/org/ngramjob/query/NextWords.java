// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

/**
 * The words that may come next, most probable first. {@code </s>}, the end of the sentence, is one
 * of them; {@code <s>} never comes next and {@code <unk>} is no word, so neither is listed, nor is
 * anything impossible.
 */
public final class NextWords {
  /** First what is listed last: the less probable, and of equals the greater id. */
  private static final Comparator<NextWord> LEAST_FIRST =
      Comparator.comparingDouble(NextWord::probability)
          .thenComparing(Comparator.comparingInt(NextWord::id).reversed());

  /**
   * A word and its probability.
   *
   * @param probability P(word | context), or the score of a method that gives none
   */
  public record NextWord(int id, double probability) {}

  private NextWords() {}

  /**
   * At most {@code most} words.
   *
   * @param context ids in text order; the last N-1 matter
   */
  public static List<NextWord> after(LanguageModel model, int[] context, int most) {
    int[] reversed = ContextText.reversed(context);
    double[] p = model.distribution(model.newPath().goTo(reversed, 0, reversed.length));
    PriorityQueue<NextWord> best = new PriorityQueue<>(LEAST_FIRST);
    double least = 0;
    for (int id = SpecialWords.END; id < p.length; id++) {
      // Ids ascend, so an equal of the last one listed comes too late.
      if (p[id] > least) {
        if (best.size() == most) {
          best.remove();
        }
        best.add(new NextWord(id, p[id]));
        least = best.size() == most ? best.element().probability() : 0;
      }
    }
    List<NextWord> words = new ArrayList<>(best);
    words.sort(Collections.reverseOrder(LEAST_FIRST));
    return words;
  }
}
