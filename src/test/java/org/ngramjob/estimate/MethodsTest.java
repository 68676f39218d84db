// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.smooth.SmoothingSpec;
import org.ngramjob.testing.LocalChain;

/** Every method through the whole chain against the independent implementation. */
class MethodsTest {
  private static final double TOLERANCE = 1e-9;
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
    String prune = PRUNING.get(random.nextInt(PRUNING.size()));
    Map<String, String> options = new HashMap<>(spec.options());
    options.put("fallback", "0.4 0.9 1.3");
    options.put("prune", prune);
    ReferenceModel reference = ReferenceModel.train(counts, spec.name(), options);
    LanguageModel model = chain.estimate(request, prune, FALLBACK);
    assertThat(model.header().vocabularySize()).isEqualTo(reference.vocabulary().size());
    for (List<String> context : contexts(counts, random)) {
      String what = request + " --prune \"" + prune + "\" after " + context;
      compare(model, reference, context, what);
    }
  }

  private static void compare(
      LanguageModel model, ReferenceModel reference, List<String> context, String what) {
    int[] reversed = new int[context.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[reversed.length - 1 - i] = id(model, context.get(i));
    }
    ContextPath path = model.newPath().goTo(reversed, 0, reversed.length);
    double[] distribution = model.distribution(path);
    double sum = 0;
    double expectedSum = 0;
    for (String word : reference.vocabulary()) {
      double expected = reference.probability(context, word);
      int id = id(model, word);
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

  private static int id(LanguageModel model, String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return model.vocabulary().id(utf8, 0, utf8.length);
  }

  /** Seen ones of every length, unseen ones, and ones longer than the model looks. */
  private static List<List<String>> contexts(ReferenceCounts counts, Random random) {
    List<List<String>> contexts = new ArrayList<>(List.of(List.of(), List.of("<s>")));
    for (int n = 1; n < counts.order(); n++) {
      counts.raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .skip(random.nextInt(3))
          .limit(8)
          .forEach(contexts::add);
      contexts.add(List.of("w2", "w2", "w6", "w2").subList(0, n));
    }
    contexts.add(List.of("w2", "w6", "no such word", "w2"));
    return contexts;
  }
}
