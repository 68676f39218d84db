// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;

/**
 * Worked by hand. Model 1, Witten-Bell at order 2 of "a b" and "a c": after a stand b, c, each
 * once, so T = 2 tokens, R = 2 kinds, and P1(w | a) = (c + 2 P1(w)) / 4. Order 1: a twice, b, c
 * once, {@code </s>} twice, T = 6, R = 4, V = 5, so P1(w) = (c + 4/5) / 10: a 0.28, b and c 0.18,
 * {@code </s>} 0.28, {@code <unk>} 0.08.
 *
 * <p>Model 2, order 1 of "b d": T = 3, R = 3, V = 4: P2(w) = (c + 3/4) / 6: b, d and {@code </s>}
 * 1.75/6, {@code <unk>} 0.125; a and c, which it does not have, 0.
 */
class MixtureTest {
  private static final double EXACT = 1e-15;

  @TempDir private Path directory;

  private UnionVocabulary words;
  private Mixture mixture;

  @BeforeEach
  void mix() throws IOException {
    List<LanguageModel> models =
        List.of(
            MixFixture.model(directory.resolve("1"), 2, "witten-bell", "a b", "a c"),
            MixFixture.model(directory.resolve("2"), 1, "witten-bell", "b d"));
    words = UnionVocabulary.of(models);
    mixture = new Mixture(models, words, MixtureWeights.parse("0.75,0.25", 2));
  }

  private int id(String word) {
    return MixFixture.id(words, word);
  }

  private void goTo(String... nearestFirst) {
    int[] ids = IntStream.range(0, nearestFirst.length).map(i -> id(nearestFirst[i])).toArray();
    mixture.goTo(ids, ids.length);
  }

  @Test
  void addsUpWeightedProbabilities() {
    goTo();
    assertThat(mixture.probability(id("a"))).isCloseTo(0.75 * 0.28, within(EXACT));
    assertThat(mixture.probability(id("b")))
        .isCloseTo(0.75 * 0.18 + 0.25 * 1.75 / 6, within(EXACT));
    assertThat(mixture.probability(id("d"))).isCloseTo(0.25 * 1.75 / 6, within(EXACT));
    assertThat(mixture.probability(id("<unk>")))
        .isCloseTo(0.75 * 0.08 + 0.25 * 0.125, within(EXACT));
    goTo("a");
    assertThat(mixture.probability(id("b")))
        .isCloseTo(0.75 * (1 + 2 * 0.18) / 4 + 0.25 * 1.75 / 6, within(EXACT));
    assertThat(mixture.probability(id("c"))).isCloseTo(0.75 * (1 + 2 * 0.18) / 4, within(EXACT));
  }

  @Test
  void findsTheFollowersThatAnyHas() {
    goTo("a");
    assertThat(mixture.findFollowers()).isEqualTo(2);
    assertThat(mixture.follower(0)).isEqualTo(id("b"));
    assertThat(mixture.follower(1)).isEqualTo(id("c"));
    assertThat(mixture.firstWithContext()).isZero();
    goTo("d");
    assertThat(mixture.findFollowers()).as("order 1 has no context d").isZero();
    assertThat(mixture.firstWithContext()).isEqualTo(-1);
  }

  /**
   * After a, followers b and c have 0.75 (0.34 + 0.34) + 0.25 (1.75/6) = 0.5829167, without context
   * 0.75 (0.18 + 0.18) + 0.25 (1.75/6) = 0.3429167: (1 - 0.5829167) / (1 - 0.3429167).
   */
  @Test
  void aBackOffWeightIsWhatFollowersLeave() {
    goTo("a");
    assertThat(mixture.backOffWeight()).isCloseTo(0.41708333 / 0.65708333, within(1e-7));
    goTo("d");
    assertThat(mixture.backOffWeight()).isEqualTo(1);
  }

  /**
   * After a, both words there are have 10^-0.3010299 = 0.50000007 each, as a toolkit may round:
   * more than 1, and yet an unknown word is not impossible.
   */
  @Test
  void aBackOffWeightIsNeverLostToRounding() throws IOException {
    String arpa =
        """
        \\data\\
        ngram 1=4
        ngram 2=2

        \\1-grams:
        -1\t<unk>
        0\t<s>
        -0.3467875\t</s>
        -0.3467875\ta\t-7

        \\2-grams:
        -0.3010299\ta a
        -0.3010299\ta </s>

        \\end\\
        """;
    LanguageModel model = MixFixture.imported(directory.resolve("rounded"), arpa);
    words = new UnionVocabulary(List.of(model.vocabulary(), model.vocabulary()));
    mixture = new Mixture(List.of(model, model), words, MixtureWeights.equal(2));
    goTo("a");
    assertThat(mixture.backOffWeight()).isCloseTo(1e-7 / 0.1, within(1e-8));
  }

  /** x is {@code <unk>} to the first, which has a context of that: not this one. */
  @Test
  void aModelHasNoContextOfWordsItDoesNotKnow() throws IOException {
    Path limited = directory.resolve("3");
    String arpa =
        """
        \\data\\
        ngram 1=4
        ngram 2=1

        \\1-grams:
        -1\t<unk>\t-0.1
        0\t<s>\t0
        -0.3\t</s>\t0
        -0.4\ta\t0

        \\2-grams:
        -0.2\t<unk> a

        \\end\\
        """;
    List<LanguageModel> models =
        List.of(
            MixFixture.imported(limited, arpa),
            MixFixture.model(directory.resolve("4"), 2, "witten-bell", "x a"));
    words = UnionVocabulary.of(models);
    mixture = new Mixture(models, words, MixtureWeights.equal(2));
    goTo("x");
    assertThat(mixture.firstWithContext()).isEqualTo(1);
    assertThat(mixture.component(0).probability(1, id("a")))
        .as("but answers as text is scored")
        .isCloseTo(Math.pow(10, -0.2), within(1e-7));
    goTo("<unk>");
    assertThat(mixture.firstWithContext()).isZero();
  }
}
