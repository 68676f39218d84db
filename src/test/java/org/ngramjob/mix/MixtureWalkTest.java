// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.model.ContextPath;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.ngram.SpecialWords;

class MixtureWalkTest {
  @TempDir private Path directory;

  /** Bigrams of "a b" and of "b a", {@code <s>} and {@code </s>} among them, and five unigrams. */
  @Test
  void meetsEachNgramOnce() throws IOException {
    List<LanguageModel> models =
        List.of(
            MixFixture.model(directory.resolve("1"), 2, "witten-bell", "a b"),
            MixFixture.model(directory.resolve("2"), 2, "witten-bell", "b a", "a b"));
    UnionVocabulary words = UnionVocabulary.of(models);
    List<String> met = new ArrayList<>();
    new MixtureWalk(models, words, MixtureWeights.equal(2))
        .walk(
            (context, length, word, probability, weight) ->
                met.add(
                    (length == 0 ? "" : MixFixture.word(words, context[0]) + " ")
                        + MixFixture.word(words, word)),
            share -> {});
    assertThat(met)
        .containsExactlyInAnyOrder(
            "<unk>", "<s>", "</s>", "a", "b", "<s> a", "<s> b", "a b", "b a", "a </s>", "b </s>");
  }

  /**
   * Models of other orders, methods and words, pruned and with logarithms. Every n-gram of one of
   * them has the sum of their probabilities, every context a sum of one.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aMixtureSaysWhatItsModelsSay(long seed) throws IOException {
    Random random = new Random(seed);
    LanguageModel first =
        MixFixture.model(
            directory.resolve("1"),
            1 + random.nextInt(4),
            "modified-kneser-ney",
            MixFixture.text(random, 60, 12));
    LanguageModel second =
        MixFixture.model(directory.resolve("2"), 3, "witten-bell", MixFixture.text(random, 30, 30));
    MixtureWeights inner = MixtureWeights.parse("0.4,0.6", 2);
    LanguageModel logarithms = MixFixture.mixed(directory.resolve("3"), inner, first, second);
    holds(logarithms, inner, first, second);
    LanguageModel third =
        MixFixture.model(directory.resolve("4"), 2, "katz", MixFixture.text(random, 40, 20));
    MixtureWeights outer = MixtureWeights.parse("0.2,0.8", 2);
    holds(
        MixFixture.mixed(directory.resolve("5"), outer, logarithms, third),
        outer,
        logarithms,
        third);
  }

  private static void holds(LanguageModel mixed, MixtureWeights weights, LanguageModel... models) {
    ContextPath path = mixed.newPath();
    List<int[]> contexts = new ArrayList<>();
    mixed.forEachContext((reversed, length) -> contexts.add(Arrays.copyOf(reversed, length)));
    for (LanguageModel model : models) {
      model.forEachContext(
          (reversed, length) -> contexts.add(translated(model, mixed, reversed, length)));
    }
    for (int[] context : contexts) {
      path.goTo(context, 0, context.length);
      assertThat(DoubleStream.of(mixed.distribution(path)).sum()).isCloseTo(1, within(2e-6));
      for (int i = 0; i < models.length; i++) {
        LanguageModel model = models[i];
        int[] own = translated(mixed, model, context, context.length);
        ContextPath ownPath = model.newPath().goTo(own, 0, own.length);
        if (ownPath.depth() < context.length || contains(own, SpecialWords.UNKNOWN)) {
          continue;
        }
        int depth = ownPath.depth();
        for (int f = ownPath.firstFollower(depth); f < ownPath.endFollower(depth); f++) {
          int word = translated(model, mixed, new int[] {ownPath.word(depth, f)}, 1)[0];
          double sum = 0;
          for (int j = 0; j < models.length; j++) {
            sum += weights.share(j) * asked(models[j], mixed, context, word);
          }
          assertThat(mixed.probability(path, word)).isCloseTo(sum, within(1e-6 * sum + 1e-12));
        }
      }
    }
  }

  /** P(word | context) of a model that may know neither. */
  private static double asked(LanguageModel model, LanguageModel mixed, int[] context, int word) {
    int[] own = translated(mixed, model, context, context.length);
    int ownWord = translated(mixed, model, new int[] {word}, 1)[0];
    boolean unknown = ownWord == SpecialWords.UNKNOWN && word != SpecialWords.UNKNOWN;
    return unknown ? 0 : model.probability(model.newPath().goTo(own, 0, own.length), ownWord);
  }

  private static int[] translated(LanguageModel from, LanguageModel to, int[] ids, int length) {
    int[] translated = new int[length];
    for (int i = 0; i < length; i++) {
      byte[] word = from.vocabulary().word(ids[i]);
      translated[i] = to.vocabulary().id(word, 0, word.length);
    }
    return translated;
  }

  private static boolean contains(int[] ids, int id) {
    return Arrays.stream(ids).anyMatch(i -> i == id);
  }

  /** Contexts that two models share are met twice, and told of as often. */
  @Test
  void tellsWhichShareIsDone() throws IOException {
    LanguageModel first =
        MixFixture.model(
            directory.resolve("1"), 3, "witten-bell", MixFixture.text(new Random(1), 300, 60));
    LanguageModel second =
        MixFixture.model(
            directory.resolve("2"), 3, "witten-bell", MixFixture.text(new Random(2), 300, 60));
    List<LanguageModel> models = List.of(first, second);
    UnionVocabulary words = UnionVocabulary.of(models);
    List<Double> told = new ArrayList<>();
    new MixtureWalk(models, words, MixtureWeights.equal(2))
        .walk((context, length, word, probability, weight) -> {}, told::add);
    assertThat(told).hasSizeGreaterThan(4).isSorted();
    assertThat(told.get(0)).isLessThan(0.5);
    assertThat(told.get(told.size() - 1)).isBetween(0.8, 1.0);
  }

  /** The same model twice is that model, whatever the weights. */
  @Test
  void aModelMixedWithItselfIsTheSame() throws IOException {
    LanguageModel model =
        MixFixture.model(
            directory.resolve("1"),
            3,
            "modified-kneser-ney",
            MixFixture.text(new Random(9), 50, 15));
    LanguageModel mixed =
        MixFixture.mixed(directory.resolve("2"), MixtureWeights.parse("0.3,0.7", 2), model, model);
    assertThat(mixed.header().ngrams().subList(1, 3))
        .isEqualTo(model.header().ngrams().subList(1, 3));
    model.forEachContext(
        (reversed, length) -> {
          int[] own = translated(model, mixed, reversed, length);
          double[] there = mixed.distribution(mixed.newPath().goTo(own, 0, length));
          ContextPath path = model.newPath().goTo(reversed, 0, length);
          for (int word = 0; word < model.vocabulary().size(); word++) {
            double p = model.probability(path, word);
            int id = translated(model, mixed, new int[] {word}, 1)[0];
            assertThat(there[id]).isCloseTo(p, within(1e-6 * p + 1e-12));
          }
        });
  }
}
