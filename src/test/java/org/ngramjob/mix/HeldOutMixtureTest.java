// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class HeldOutMixtureTest {
  @TempDir private Path directory;

  private HeldOutMixture mixture;

  /**
   * Two models of one order that know a, b and {@code </s>}: P1(a) = 0.6, P1(b) = 0.15, P2 the
   * other way round, P({@code </s>}) = 0.2 and P({@code <unk>}) = 0.05 in both.
   */
  @BeforeEach
  void open() throws IOException {
    mixture =
        new HeldOutMixture(
            List.of(
                MixFixture.imported(directory.resolve("1"), arpa("a", "b")),
                MixFixture.imported(directory.resolve("2"), arpa("b", "a"))));
  }

  private static String arpa(String likely, String unlikely) {
    return """
        \\data\\
        ngram 1=5

        \\1-grams:
        -1.30103\t<unk>
        0\t<s>
        -0.69897\t</s>
        -0.2218487\t%s
        -0.8239087\t%s

        \\end\\
        """
        .formatted(likely, unlikely);
  }

  private void read(String... words) {
    for (String word : words) {
      mixture.word(MixFixture.id(mixture.vocabulary(), word));
    }
  }

  /**
   * Of a, a, a, b with λ of model 1: (0.15 + 0.45 λ)³ (0.6 - 0.45 λ) is greatest where 3 (0.6 -
   * 0.45 λ) = 0.15 + 0.45 λ, so λ = 1.65 / 1.8 = 0.9166667. There a has 0.5625 and b 0.1875.
   */
  @Test
  void findsTheWeightsThatMakeTheTextMostProbable() {
    read("a", "a", "b", "a");
    MixtureWeights best = mixture.weights();
    assertThat(best).hasToString("0.916667,0.083333");
    assertThat(mixture.perplexity(best))
        .isCloseTo(Math.pow(0.5625 * 0.5625 * 0.5625 * 0.1875, -0.25), within(1e-6));
    assertThat(mixture.perplexity(MixtureWeights.equal(2))).isCloseTo(1 / 0.375, within(1e-6));
  }

  /** a alone wants model 1 alone; the other keeps a millionth, and so its own words. */
  @Test
  void noModelIsLeftWithoutAShare() {
    read("a", "a");
    assertThat(mixture.weights()).hasToString("0.999999,0.000001");
  }

  /** A sentence end is as probable in both, so it changes nothing but the number of tokens. */
  @Test
  void wordsThatNoModelKnowsAreLeftOut() {
    read("a", "x", "b", "y");
    mixture.endOfSentence();
    assertThat(mixture.tokens()).isEqualTo(3);
    assertThat(mixture.unknown()).isEqualTo(2);
    assertThat(mixture.weights()).hasToString("0.5,0.5");
  }

  @Test
  void textOfUnknownWordsChoosesNothing() {
    read("x", "y");
    assertThatThrownBy(mixture::weights)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("--heldout: no model knows a word of this text");
  }

  /** More tokens than the first array has room for. */
  @Test
  void takesTextOfAnyLength() {
    for (int i = 0; i < 3000; i++) {
      read("a", "a", "a", "b");
    }
    assertThat(mixture.tokens()).isEqualTo(12_000);
    assertThat(mixture.weights()).hasToString("0.916667,0.083333");
  }
}
