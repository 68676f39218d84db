// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceModelTest {
  /** The worked example, segmented: 11 words, so V = 13. */
  private static final List<List<String>> EXAMPLE =
      ReferenceText.sentences("词性 是 动词\n判断 单词 的 词性\n磁性 很强 的 磁铁\n北京 的 词性 是 名词\n");

  @Test
  void workedExample() {
    ReferenceModel mle = ReferenceModel.train(EXAMPLE, 2, "mle", Map.of());
    assertThat(mle.vocabulary()).hasSize(13);
    assertThat(mle.probability(List.of("的"), "词性")).isEqualTo(2.0 / 3);
    assertThat(mle.probability(List.of("平滑"), "策略")).isZero();
    ReferenceModel laplace = ReferenceModel.train(EXAMPLE, 2, "laplace", Map.of());
    assertThat(laplace.probability(List.of("的"), "词性")).isEqualTo(3.0 / 16);
    assertThat(laplace.probability(List.of("平滑"), "策略")).isEqualTo(1.0 / 13);
  }

  /**
   * Witten-Bell after 的: (2 + 2 p(词性)) / (3 + 2). Unigrams: 20 tokens with {@code </s>}, 12
   * different: p(词性) = (3 + 12/13) / (20 + 12).
   */
  @Test
  void wittenBellByHand() {
    ReferenceModel model = ReferenceModel.train(EXAMPLE, 2, "witten-bell", Map.of());
    double unigram = (3 + 12.0 / 13) / 32;
    assertThat(model.probability(List.of(), "词性")).isCloseTo(unigram, within(1e-15));
    assertThat(model.probability(List.of("的"), "词性"))
        .isCloseTo((2 + 2 * unigram) / 5, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({
    "add-k",
    "laplace",
    "jelinek-mercer",
    "witten-bell",
    "absolute",
    "kneser-ney",
    "modified-kneser-ney",
    "katz"
  })
  void sumsToOneAfterEveryContext(String method) {
    for (String prune : List.of("0", "0 0 1", "0 1 2")) {
      Map<String, String> options = Map.of("prune", prune, "fallback", "0.5 1 1.5", "k", "3");
      List<List<String>> corpus = RandomCorpus.sentences(3, 60, 30);
      ReferenceModel model = ReferenceModel.train(corpus, 3, method, options);
      for (List<String> context : contexts(model, new Random(3))) {
        double sum = 0;
        for (String word : model.vocabulary()) {
          sum += model.probability(context, word);
        }
        assertThat(sum).as("%s after %s", method, context).isCloseTo(1, within(1e-9));
      }
    }
  }

  /** Seen and unseen ones of every length, also longer than the model looks. */
  private static List<List<String>> contexts(ReferenceModel model, Random random) {
    List<String> words = new ArrayList<>(model.vocabulary());
    words.remove(ReferenceCounts.END);
    words.sort(null);
    List<List<String>> contexts = new ArrayList<>();
    contexts.add(List.of());
    contexts.add(List.of("<s>"));
    for (int i = 0; i < 40; i++) {
      List<String> context = new ArrayList<>();
      for (int length = 1 + random.nextInt(3); length > 0; length--) {
        context.add(words.get(random.nextInt(words.size())));
      }
      contexts.add(context);
    }
    model.counts().raw(2).keySet().stream()
        .filter(bigram -> !bigram.contains(ReferenceCounts.END))
        .limit(40)
        .forEach(contexts::add);
    return contexts;
  }
}
