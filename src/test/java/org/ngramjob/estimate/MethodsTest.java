// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.smooth.SmoothingSpec;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.testing.ModelComparison;

/** Every method through the whole chain against the independent implementation. */
class MethodsTest {
  private static final DiscountFallback FALLBACK = new DiscountFallback(0.4, 0.9, 1.3);

  private static final List<String> METHODS =
      List.of(
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
          "stupid-backoff:alpha=0.3");

  private static final List<String> PRUNING = List.of("0", "0 0 1", "0 1 1", "0 1 2");

  @TempDir private Path directory;

  @ParameterizedTest(name = "corpora {0} to {1}")
  @CsvSource({"0, 4", "5, 9", "10, 14", "15, 19"})
  void equalTheReference(int first, int last) throws IOException {
    for (int seed = first; seed <= last; seed++) {
      Random random = new Random(seed);
      List<List<String>> corpus =
          RandomCorpus.sentences(seed, 2 + random.nextInt(80), 4 + random.nextInt(60));
      ReferenceCounts counts = new ReferenceCounts(corpus, 1 + seed % 4);
      LocalChain chain =
          new LocalChain(directory.resolve("corpus-" + seed))
              .with("ngramjob.vocabulary.bucket-weight", 1 + random.nextInt(60))
              .with("mapreduce.job.reduces", 1 + random.nextInt(2));
      chain.count(chain.write(RandomCorpus.text(corpus)), counts.order());
      // Every method meets ten of the corpora.
      for (int i = seed % 2; i < METHODS.size(); i += 2) {
        compare(chain, counts, METHODS.get((i + seed / 2) % METHODS.size()), random);
      }
    }
  }

  private static void compare(
      LocalChain chain, ReferenceCounts counts, String request, Random random) throws IOException {
    SmoothingSpec spec = SmoothingMethods.parse(request);
    String all = PRUNING.get(random.nextInt(PRUNING.size()));
    String prune = LocalChain.thresholds(all, counts.order());
    Map<String, String> options = new HashMap<>(spec.options());
    options.put("fallback", "0.4 0.9 1.3");
    options.put("prune", prune);
    ReferenceModel reference = ReferenceModel.train(counts, spec.name(), options);
    LanguageModel model = chain.estimate(request, prune, FALLBACK);
    new ModelComparison(model, reference)
        .compare(ModelComparison.contexts(counts, random), request + " --prune \"" + prune + "\"");
  }
}
