// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.smooth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;

/** Every method against the independent implementation, on 200 small random corpora. */
class ReferenceComparisonTest {
  private static final int CORPORA = 200;
  private static final int CONTEXTS = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mle",
        "add-k:k=0.3",
        "laplace",
        "jelinek-mercer:lambda=0.6,lambda1=0.9,lambda2=0.8",
        "witten-bell",
        "absolute",
        "absolute:discount=0.4",
        "kneser-ney",
        "modified-kneser-ney",
        "katz",
        "katz:k=2",
        "stupid-backoff:alpha=0.3"
      })
  void equalsTheReference(String request) {
    int fallenBack = 0;
    for (int seed = 0; seed < CORPORA; seed++) {
      Random random = new Random(seed);
      // jelinek-mercer's options name order 2.
      int order = request.contains("lambda2") ? 2 + seed % 4 : 1 + seed % 5;
      ReferenceModel reference = reference(request, seed, order, random);
      DiscountFallback fallback = new DiscountFallback(0.4, 0.9, 1.3);
      PlainModel model = new PlainModel(request, reference, fallback);
      List<Integer> orders = reference.fallenBack();
      assertThat(model.method().parameters().getOrDefault("fallback-orders", ""))
          .isEqualTo(orders.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      fallenBack += orders.size();
      compare(request, model, reference, random);
    }
    // Corpora of both kinds, or the test would not see one of them.
    if (request.endsWith("kneser-ney") || request.startsWith("katz")) {
      assertThat(fallenBack).isBetween(10, 590);
    }
  }

  private static ReferenceModel reference(String request, int seed, int order, Random random) {
    Map<String, String> options = new HashMap<>(SmoothingMethods.parse(request).options());
    options.put("fallback", "0.4 0.9 1.3");
    options.put("prune", List.of("0", "0 0 1", "0 1 1", "0 1 2").get(random.nextInt(4)));
    List<List<String>> corpus =
        RandomCorpus.sentences(seed, 2 + random.nextInt(60), 4 + random.nextInt(60));
    if (seed % 3 == 0) {
      // As a limited vocabulary leaves it; now every word of the vocabulary may follow.
      corpus.replaceAll(sentence -> replaced(sentence, "w2", ReferenceModel.UNKNOWN));
    }
    String name = SmoothingMethods.parse(request).name();
    return ReferenceModel.train(new ReferenceCounts(corpus, order), name, options);
  }

  private static List<String> replaced(List<String> sentence, String word, String by) {
    return sentence.stream().map(each -> each.equals(word) ? by : each).toList();
  }

  private static void compare(
      String request, PlainModel model, ReferenceModel reference, Random random) {
    List<List<String>> contexts = new ArrayList<>(List.of(List.of()));
    for (int n = 1; n < reference.counts().order(); n++) {
      reference.counts().raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .skip(random.nextInt(3))
          .limit(CONTEXTS)
          .forEach(contexts::add);
      contexts.add(List.of("w2", "w2", "w6", "w2").subList(0, n));
    }
    for (List<String> context : contexts) {
      for (String word : reference.vocabulary()) {
        double expected = reference.probability(context, word);
        double actual = model.probability(context, word);
        if (!(Math.abs(actual - expected) <= 1e-9)) {
          fail("%s: P(%s | %s) is %s, not %s", request, word, context, actual, expected);
        }
      }
    }
  }
}
