// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;

/** Holds a model's answers to those of the independent implementation, to nine digits. */
public final class ModelComparison {
  private static final double TOLERANCE = 1e-9;

  private final LanguageModel model;
  private final ReferenceModel reference;

  public ModelComparison(LanguageModel model, ReferenceModel reference) {
    this.model = model;
    this.reference = reference;
  }

  /** Compares P(word | context) for every word, and their sum, after each of the contexts. */
  public void compare(List<List<String>> contexts, String what) {
    assertThat(model.header().vocabularySize()).as(what).isEqualTo(reference.vocabulary().size());
    for (List<String> context : contexts) {
      compareAfter(known(context), what + " after " + context);
    }
  }

  /** A word that is not in the vocabulary is {@code <unk>}, in a context too. */
  private List<String> known(List<String> context) {
    return context.stream()
        .map(
            word ->
                word.equals(ReferenceCounts.BEGIN) || reference.vocabulary().contains(word)
                    ? word
                    : ReferenceModel.UNKNOWN)
        .toList();
  }

  private void compareAfter(List<String> context, String what) {
    int[] reversed = new int[context.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[reversed.length - 1 - i] = id(context.get(i));
    }
    ContextPath path = model.newPath().goTo(reversed, 0, reversed.length);
    double[] distribution = model.distribution(path);
    double sum = 0;
    double expectedSum = 0;
    for (String word : reference.vocabulary()) {
      double expected = reference.probability(context, word);
      int id = id(word);
      double single = model.probability(path, id);
      if (!(Math.abs(distribution[id] - expected) <= TOLERANCE)
          || !(Math.abs(single - expected) <= TOLERANCE)) {
        fail("%s: P(%s) is %s and %s, not %s", what, word, distribution[id], single, expected);
      }
      expectedSum += expected;
      sum += distribution[id];
    }
    assertThat(sum).as(what).isCloseTo(expectedSum, within(TOLERANCE));
    double all = 0;
    for (double p : distribution) {
      all += p;
    }
    assertThat(all).as("no mass outside the vocabulary: %s", what).isEqualTo(sum, within(1e-12));
    if (!List.of("mle", "stupid-backoff").contains(model.header().smoothing().name())) {
      assertThat(all).as(what).isCloseTo(1, within(TOLERANCE));
    }
  }

  private int id(String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return model.vocabulary().id(utf8, 0, utf8.length);
  }

  /** Seen ones of every length, unseen ones, and ones longer than the model looks. */
  public static List<List<String>> contexts(ReferenceCounts counts, Random random) {
    List<List<String>> contexts = new ArrayList<>(List.of(List.of(), List.of("<s>")));
    List<String> unseen = List.of("w2", "w2", "w6", "w2", "w6", "w6", "w2", "w6", "w2");
    for (int n = 1; n < counts.order(); n++) {
      counts.raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .skip(random.nextInt(3))
          .limit(8)
          .forEach(contexts::add);
      contexts.add(unseen.subList(0, n));
    }
    contexts.add(List.of("w2", "w6", "no such word", "w2"));
    return contexts;
  }
}
