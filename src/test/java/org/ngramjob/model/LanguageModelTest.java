// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceCounts;
import org.ngramjob.reference.ReferenceModel;
import org.ngramjob.smooth.LowerOrder;
import org.ngramjob.smooth.SmoothingMethods;

class LanguageModelTest {
  private static final String NOWHERE = "平滑";

  @TempDir private Path directory;

  /** Every method of the smooth room, so that a new one is tested here without a line of code. */
  static List<String> methods() {
    return SmoothingMethods.names();
  }

  private static int[] ids(LanguageModel model, List<String> words) {
    return words.stream()
        .map(word -> word.getBytes(UTF_8))
        .mapToInt(utf8 -> model.vocabulary().id(utf8, 0, utf8.length))
        .toArray();
  }

  /** A path at a context given in text order. */
  private static ContextPath at(LanguageModel model, List<String> context) {
    int[] reversed = new int[context.size()];
    int[] ids = ids(model, context);
    for (int i = 0; i < ids.length; i++) {
      reversed[i] = ids[ids.length - 1 - i];
    }
    return model.newPath().goTo(reversed, 0, reversed.length);
  }

  private static double probability(LanguageModel model, List<String> context, String word) {
    return model.probability(at(model, context), ids(model, List.of(word))[0]);
  }

  private LanguageModel example(String method) throws IOException {
    return ModelDirectory.open(
        ModelFixture.of(2, method)
            .write(Files.createDirectory(directory.resolve(method)), ModelFixture.EXAMPLE_WORDS));
  }

  /** 的 stands before 词性 twice and before 磁铁 once. */
  @Test
  void mleOfTheWorkedExample() throws IOException {
    LanguageModel model = example("mle");
    assertThat(probability(model, List.of("的"), "词性")).isEqualTo(2.0 / 3);
    assertThat(probability(model, List.of(NOWHERE), "策略")).isZero();
  }

  /** 11 words, {@code </s>} and {@code <unk>}: |V| = 13. */
  @Test
  void laplaceOfTheWorkedExample() throws IOException {
    LanguageModel model = example("laplace");
    assertThat(model.header().vocabularySize()).isEqualTo(13);
    assertThat(probability(model, List.of("的"), "词性"))
        .isCloseTo((2 + 1) / (3.0 + 13), within(1e-15));
    assertThat(probability(model, List.of(NOWHERE), "策略")).isCloseTo(1.0 / 13, within(1e-15));
    assertThat(probability(model, List.of(NOWHERE), "词性")).isCloseTo(1.0 / 13, within(1e-15));
  }

  @Test
  void theBeginningOfASentenceIsNeverPredicted() throws IOException {
    for (String method : methods()) {
      LanguageModel model = example(method);
      assertThat(probability(model, List.of("的"), "<s>")).as(method).isZero();
      assertThat(model.distribution(at(model, List.of("的")))[SpecialWords.BEGIN]).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equalsTheReferenceAndSumsToOne(String method) throws IOException {
    check(method, 3, "0", List.of(), 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equalsTheReferenceWhenPruned(String method) throws IOException {
    check(method, 3, "0 0 1", List.of(), 1);
    check(method, 3, "0 1 2", List.of(), 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equalsTheReferenceWhenContextsAreSplitOverBuckets(String method) throws IOException {
    List<List<String>> boundaries =
        List.of(
            List.of("一"),
            List.of("一", "一"),
            List.of("一", "w2"),
            List.of("一", "w2", "一"),
            List.of("w2", "一"),
            List.of("w2", NOWHERE));
    check(method, 4, "0", boundaries, 5);
    check(method, 4, "0 0 1", boundaries, 5);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equalsTheReferenceAtOrderOne(String method) throws IOException {
    check(method, 1, "0", List.of(), 2);
  }

  private void check(
      String method, int order, String pruning, List<List<String>> boundaries, int runs)
      throws IOException {
    List<List<String>> corpus = RandomCorpus.sentences(5, 80, 30);
    LanguageModel model =
        ModelDirectory.open(
            ModelFixture.of(order, method)
                .pruned(pruning)
                .cut(boundaries)
                .inRuns(runs)
                .write(
                    Files.createTempDirectory(directory, method),
                    RandomCorpus.text(corpus).lines().toList()));
    Map<String, String> options = new HashMap<>();
    options.put("prune", pruning);
    options.put("fallback", "0.5 1 1.5");
    if (method.equals("katz")) {
      options.put("k", "5");
    }
    ReferenceModel reference = ReferenceModel.train(corpus, order, method, options);
    assertThat(model.header().vocabularySize()).isEqualTo(reference.vocabulary().size());
    for (List<String> context : contexts(reference, order)) {
      compare(model, reference, context);
    }
  }

  private static void compare(LanguageModel model, ReferenceModel reference, List<String> context) {
    String name = model.header().smoothing().name() + " after " + context;
    ContextPath path = at(model, context);
    double[] all = model.distribution(path);
    double sum = 0;
    for (String word : reference.vocabulary()) {
      int id = ids(model, List.of(word))[0];
      double p = model.probability(path, id);
      sum += p;
      // Plain comparisons, as there are hundreds of thousands.
      if (Math.abs(p - reference.probability(context, word)) > 1e-12 || p < 0 || p > 1) {
        assertThat(p).as("%s: %s", name, word).isEqualTo(reference.probability(context, word));
      }
      if (Math.abs(p - all[id]) > 1e-15) {
        assertThat(all[id]).as("%s: %s among all", name, word).isEqualTo(p);
      }
    }
    LowerOrder lower = model.header().smoothing().lower();
    boolean whole = lower != LowerOrder.SCORE && lower != LowerOrder.NONE;
    if (whole) {
      assertThat(sum).as("sum of %s", name).isCloseTo(1, within(1e-12));
    }
  }

  /** Seen and unseen ones of every length up to the order, some with unknown words. */
  private static Set<List<String>> contexts(ReferenceModel reference, int order) {
    Random random = new Random(1);
    List<String> words = new ArrayList<>(reference.vocabulary());
    words.remove(ReferenceCounts.END);
    words.sort(null);
    words.add(NOWHERE);
    Set<List<String>> contexts = new LinkedHashSet<>();
    contexts.add(List.of());
    contexts.add(List.of("<s>"));
    contexts.add(List.of(NOWHERE));
    for (int length = 1; length <= order; length++) {
      for (int i = 0; i < 8; i++) {
        contexts.add(random.ints(length, 0, words.size()).mapToObj(words::get).toList());
      }
    }
    for (int n = 1; n < order; n++) {
      reference.counts().raw(n).keySet().stream()
          .filter(ngram -> !ngram.contains(ReferenceCounts.END))
          .sorted((a, b) -> a.toString().compareTo(b.toString()))
          .limit(20)
          .forEach(contexts::add);
    }
    return contexts;
  }

  /** mle: what the text has seen adds up to one, and what it has not to nothing. */
  @Test
  void mleSumsToOneAfterSeenContexts() throws IOException {
    LanguageModel model = example("mle");
    for (List<String> context : List.of(List.<String>of(), List.of("的"), List.of("<s>"))) {
      double sum = 0;
      for (double p : model.distribution(at(model, context))) {
        sum += p;
      }
      assertThat(sum).as("after %s", context).isCloseTo(1, within(1e-15));
    }
    assertThat(model.distribution(at(model, List.of(NOWHERE)))).containsOnly(0);
  }

  @Test
  void bytesDoNotDependOnTheRunsThatCounted() throws IOException {
    List<String> lines = RandomCorpus.text(RandomCorpus.sentences(8, 200, 30)).lines().toList();
    List<List<String>> boundaries = List.of(List.of("一"), List.of("一", "w2"), List.of("w2", "一"));
    ModelFixture fixture = ModelFixture.of(4, "modified-kneser-ney").cut(boundaries);
    Path one = fixture.write(Files.createDirectory(directory.resolve("one")), lines);
    Path seven = fixture.inRuns(7).write(Files.createDirectory(directory.resolve("seven")), lines);
    for (String file : List.of("header.json", "buckets", "upper", "tables/part-m-00000")) {
      assertThat(Files.mismatch(one.resolve(file), seven.resolve(file))).as(file).isEqualTo(-1);
    }
  }

  @Test
  void weightsOfBackOffAreThoseOfTheReference() throws IOException {
    List<List<String>> corpus = RandomCorpus.sentences(9, 150, 30);
    LanguageModel model =
        ModelDirectory.open(
            ModelFixture.of(3, "katz")
                .write(directory, RandomCorpus.text(corpus).lines().toList()));
    ReferenceModel reference =
        ReferenceModel.train(
            corpus, 3, "katz", Map.of("k", "5", "prune", "0", "fallback", "0.5 1 1.5"));
    ContextPath path = at(model, List.of("一"));
    assertThat(path.depth()).isEqualTo(1);
    double expected = reference.weight(List.of("一"));
    assertThat(model.weight(path, 1)).isCloseTo(expected, within(1e-12));
    assertThat(model.weight(path, 1)).as("remembered").isCloseTo(expected, within(1e-12));
  }
}
