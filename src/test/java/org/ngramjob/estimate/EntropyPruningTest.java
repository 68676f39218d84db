// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceEntropyPruning;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.smooth.SmoothingSpec;
import org.ngramjob.testing.LocalChain;

/** Entropy pruning through the whole chain against the independent implementation. */
class EntropyPruningTest {
  /** Tables hold logarithms of 24 bits. */
  private static final double TOLERANCE = 2e-6;

  private static final List<String> METHODS =
      List.of(
          "modified-kneser-ney",
          "katz",
          "witten-bell",
          "kneser-ney",
          "absolute",
          "jelinek-mercer:lambda=0.6,lambda1=0.9");

  @TempDir private Path directory;

  @ParameterizedTest(name = "corpora {0} to {1}")
  @CsvSource({"0, 5", "6, 11", "12, 17", "18, 23"})
  void equalsTheReference(int first, int last) throws IOException {
    for (int seed = first; seed <= last; seed++) {
      Random random = new Random(seed);
      List<List<String>> corpus =
          RandomCorpus.sentences(seed, 5 + random.nextInt(60), 4 + random.nextInt(40));
      ReferenceCounts counts = new ReferenceCounts(corpus, 1 + seed % 5);
      LocalChain chain =
          new LocalChain(directory.resolve("corpus-" + seed))
              .with("ngramjob.vocabulary.bucket-weight", 1 + random.nextInt(60))
              .with("ngramjob.store.split-bytes", 1 + random.nextInt(2000))
              .with("mapreduce.job.reduces", 1 + random.nextInt(3));
      chain.count(chain.write(RandomCorpus.text(corpus)), counts.order());
      compare(chain, counts, METHODS.get(seed % METHODS.size()), random);
    }
  }

  private void compare(LocalChain chain, ReferenceCounts counts, String request, Random random)
      throws IOException {
    SmoothingSpec spec = SmoothingMethods.parse(request);
    String all = List.of("0", "0", "0 0 1").get(random.nextInt(3));
    String prune = LocalChain.thresholds(all, counts.order());
    double cost = Math.pow(10, -1.5 - 3 * random.nextDouble());
    Map<String, String> options = new HashMap<>(spec.options());
    options.put("fallback", "0.4 0.9 1.3");
    options.put("prune", prune);
    ReferenceEntropyPruning reference =
        new ReferenceEntropyPruning(ReferenceModel.train(counts, spec.name(), options), cost);
    LanguageModel model =
        chain.estimate(
            request,
            prune,
            Optional.of(new EntropyThreshold(cost)),
            new DiscountFallback(0.4, 0.9, 1.3),
            directory.resolve("model-" + random.nextLong()));
    for (int n = 1; n <= counts.order(); n++) {
      assertThat(model.header().ngrams().get(n - 1))
          .as("%s, cost %s, order %s", request, cost, n)
          .isEqualTo(reference.size(n));
    }
    for (List<String> context : contexts(counts)) {
      compare(model, reference, context, request + " after " + context);
    }
  }

  private static void compare(
      LanguageModel model, ReferenceEntropyPruning reference, List<String> context, String what) {
    int[] reversed = new int[context.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[reversed.length - 1 - i] = id(model, context.get(i));
    }
    ContextPath path = model.newPath().goTo(reversed, 0, reversed.length);
    double sum = 0;
    for (int word = 0; word < model.vocabulary().size(); word++) {
      double p = model.probability(path, word);
      double expected =
          reference.probability(context, new String(model.vocabulary().word(word), UTF_8));
      assertThat(p).as("P(%s) %s", word, what).isCloseTo(expected, within(TOLERANCE));
      sum += p;
    }
    assertThat(sum).as(what).isCloseTo(1, within(TOLERANCE));
  }

  private static int id(LanguageModel model, String word) {
    byte[] utf8 = word.getBytes(UTF_8);
    return model.vocabulary().id(utf8, 0, utf8.length);
  }

  /** Some seen ones of every length, and ones the text does not have. */
  private static List<List<String>> contexts(ReferenceCounts counts) {
    List<List<String>> contexts = new ArrayList<>(List.of(List.of(), List.of("<s>")));
    for (int n = 1; n < counts.order(); n++) {
      counts.raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .limit(40)
          .forEach(contexts::add);
      contexts.add(List.of("w2", "w2", "w6", "w2").subList(0, n));
    }
    return contexts;
  }
}
