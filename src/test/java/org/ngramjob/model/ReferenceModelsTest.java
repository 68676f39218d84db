// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.smooth.SmoothingSpec;
import org.ngramjob.testing.ModelComparison;

/**
 * The tables' answers under every method against the independent implementation: 200 random corpora
 * of orders 1 to 5, pruned or not, in one bucket or several.
 */
class ReferenceModelsTest {
  private static final int CORPORA = 200;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mle",
        "add-k:k=0.3",
        "laplace",
        "jelinek-mercer:lambda=0.6,lambda1=0.9",
        "witten-bell",
        "absolute",
        "absolute:discount=0.4",
        "kneser-ney",
        "modified-kneser-ney",
        "katz",
        "katz:k=2",
        "stupid-backoff:alpha=0.3"
      })
  void equalTheReference(String request) throws IOException {
    SmoothingSpec spec = SmoothingMethods.parse(request);
    for (int seed = 0; seed < CORPORA; seed++) {
      Random random = new Random(seed);
      List<List<String>> corpus =
          RandomCorpus.sentences(seed, 2 + random.nextInt(40), 4 + random.nextInt(40));
      ReferenceCounts counts = new ReferenceCounts(corpus, 1 + seed % 5);
      String prune = List.of("0", "0 0 1", "0 1 1", "0 1 2").get(random.nextInt(4));
      Map<String, String> options = new HashMap<>(spec.options());
      options.put("fallback", "0.5 1 1.5");
      options.put("prune", prune);
      LanguageModel model =
          ModelDirectory.open(
              ModelFixture.of(counts.order(), request)
                  .pruned(prune)
                  .cut(boundaries(counts, random))
                  .inRuns(1 + random.nextInt(3))
                  .write(directory.resolve("model-" + seed), lines(corpus)));
      new ModelComparison(model, ReferenceModel.train(counts, spec.name(), options))
          .compare(some(counts, random), "corpus " + seed + ", " + request + ", " + prune);
    }
  }

  private static List<String> lines(List<List<String>> corpus) {
    return corpus.stream().map(sentence -> String.join(" ", sentence)).toList();
  }

  /** Contexts of the text, reversed, at which buckets begin; sometimes none. */
  private static List<List<String>> boundaries(ReferenceCounts counts, Random random) {
    List<List<String>> boundaries = new ArrayList<>();
    for (int n = 1; n < counts.order(); n++) {
      counts.raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .filter(ngram -> random.nextInt(20) == 0)
          .limit(4)
          .map(
              ngram -> {
                List<String> reversed = new ArrayList<>(ngram);
                Collections.reverse(reversed);
                return reversed;
              })
          .forEach(boundaries::add);
    }
    return boundaries;
  }

  private static List<List<String>> some(ReferenceCounts counts, Random random) {
    List<List<String>> contexts = new ArrayList<>(ModelComparison.contexts(counts, random));
    Collections.shuffle(contexts, random);
    return contexts.subList(0, Math.min(8, contexts.size()));
  }
}
