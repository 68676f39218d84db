// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.reference.RandomCorpus;
import org.ngramjob.reference.ReferenceModel;

class SentenceScorerTest {
  @TempDir private Path directory;

  /**
   * Laplace, order 2, |V| = 13. P(词性 | {@code <s>}) = 2/17, P(是 | 词性) = 3/16, P(动词 | 是) = 2/15,
   * P({@code </s>} | 动词) = 2/14.
   */
  @Test
  void multipliesFromTheBeginningToTheEndOfTheSentence() throws IOException {
    Score score = QueryFixture.example(directory, "laplace").score("词性 是 动词");
    double p = 2.0 / 17 * 3 / 16 * 2 / 15 * 2 / 14;
    assertThat(score.log10()).isCloseTo(Math.log10(p), within(1e-14));
    assertThat(score.tokens()).isEqualTo(4);
    assertThat(score.oov()).isZero();
    assertThat(score.perplexity()).isCloseTo(Math.pow(1 / p, 0.25), within(1e-12));
  }

  /** As above, but P({@code <unk>} | 词性) = 1/16 and P(动词 | {@code <unk>}) = 1/13. */
  @Test
  void aWordOutsideTheVocabularyIsUnknownAndEmptiesTheContext() throws IOException {
    Score score = QueryFixture.example(directory, "laplace").score("词性 平滑 动词");
    double p = 2.0 / 17 * 1 / 16 * 1 / 13 * 2 / 14;
    assertThat(score.log10()).isCloseTo(Math.log10(p), within(1e-14));
    assertThat(score.tokens()).isEqualTo(4);
    assertThat(score.oov()).isEqualTo(1);
  }

  /** No sentence of the example is empty: P({@code </s>} | {@code <s>}) = 1/17. */
  @Test
  void anEmptySentenceIsItsEnd() throws IOException {
    Score score = QueryFixture.example(directory, "laplace").score("");
    assertThat(score.log10()).isCloseTo(-Math.log10(17), within(1e-14));
    assertThat(score.tokens()).isEqualTo(1);
  }

  @Test
  void theImpossibleHasInfinitePerplexity() throws IOException {
    Score score = QueryFixture.example(directory, "mle").score("词性 动词");
    assertThat(score.log10()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(score.perplexity()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(score.tokens()).isEqualTo(3);
  }

  @Test
  void addsUpSentencesUntilTaken() throws IOException {
    QueryFixture example = QueryFixture.example(directory, "laplace");
    Score first = example.score("词性 是 动词");
    Score second = example.score("北京 的 磁铁");
    Score both = example.score("词性 是 动词", "北京 的 磁铁");
    assertThat(both.log10()).isCloseTo(first.plus(second).log10(), within(1e-13));
    assertThat(both.tokens()).isEqualTo(8);
    SentenceScorer scorer = new SentenceScorer(example.model());
    assertThat(scorer.take()).isEqualTo(Score.NONE);
    scorer.endOfSentence();
    assertThat(scorer.take().tokens()).isEqualTo(1);
    assertThat(scorer.take()).isEqualTo(Score.NONE);
  }

  @Test
  void noTokensHaveNoPerplexity() {
    assertThat(Score.NONE.perplexity()).isNaN();
  }

  /** Sentences of thousands of words run over the edge of the window's array, again and again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void equalsTheReferenceOnShortAndLongSentences(int order) throws IOException {
    List<List<String>> corpus = RandomCorpus.sentences(4, 120, 30);
    QueryFixture fixture =
        QueryFixture.of(
            Files.createTempDirectory(directory, "order"),
            order,
            "modified-kneser-ney",
            RandomCorpus.text(corpus).lines().toList());
    ReferenceModel reference =
        ReferenceModel.train(
            corpus, order, "modified-kneser-ney", Map.of("prune", "0", "fallback", "0.5 1 1.5"));
    List<String> longest = new ArrayList<>();
    RandomCorpus.sentences(6, 600, 40).forEach(longest::addAll);
    assertThat(longest).hasSizeGreaterThan(4000);
    List<List<String>> asked = new ArrayList<>(RandomCorpus.sentences(5, 30, 40));
    asked.add(longest);
    for (List<String> sentence : asked) {
      double expected = 0;
      List<String> before = new ArrayList<>(List.of("<s>"));
      List<String> marked = new ArrayList<>(sentence);
      marked.add("</s>");
      for (String word : marked) {
        int from = Math.max(0, before.size() - order + 1);
        expected += Math.log10(reference.probability(before.subList(from, before.size()), word));
        before.add(reference.vocabulary().contains(word) ? word : "<unk>");
      }
      assertThat(fixture.score(String.join(" ", sentence)).log10())
          .isCloseTo(expected, within(1e-9));
    }
  }
}
