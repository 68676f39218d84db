// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.model.ModelDirectory;
import org.ngramjob.model.ModelFixture;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;

class TextScorerTest {
  @TempDir private Path directory;

  /**
   * Text "a b" / "a c", order 2, mle. After {@code <s>}: a 2/2; after a: b 1/2, c 1/2; after b and
   * c: {@code </s>} 1/1. So "a b" has 1 * 1/2 * 1, log10 -0.30103, and 2^(1/3) = 1.259921.
   */
  @Test
  void sumsUpASentenceThatIsPossible() throws IOException {
    TextScore score = score(model(2, "mle", "a b", "a c"), "a b");
    assertThat(score.sentences()).isEqualTo(1);
    assertThat(score.tokens()).isEqualTo(3);
    assertThat(score.oov()).isZero();
    assertThat(score.impossible()).isZero();
    assertThat(score.log10()).isCloseTo(-0.3010299957, within(1e-10));
    assertThat(score.perplexityIncludingOov()).isCloseTo(1.259921050, within(1e-9));
    assertThat(score.perplexityExcludingOov()).isEqualTo(score.perplexityIncludingOov());
    assertThat(matched(score)).containsExactly(0, 0, 3);
  }

  /**
   * The same model of "b x": P(b | {@code <s>}) = 0, b is known as a unigram; x is outside, P = 0;
   * after x nothing is known, so {@code </s>} matches as a unigram and has P = 0 too.
   */
  @Test
  void countsWhatIsImpossible() throws IOException {
    TextScore score = score(model(2, "mle", "a b", "a c"), "b x");
    assertThat(score.oov()).isEqualTo(1);
    assertThat(score.impossible()).isEqualTo(3);
    assertThat(score.log10()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(score.perplexityIncludingOov()).isInfinite();
    assertThat(score.perplexityExcludingOov()).isInfinite();
    assertThat(matched(score)).containsExactly(1, 2, 0);
  }

  /** An impossible {@code <unk>} spoils only the figure that counts it: order 1 of "a a": 2/3. */
  @Test
  void leavesOutWordsOutsideTheVocabulary() throws IOException {
    TextScore score = score(model(1, "mle", "a a"), "a x");
    assertThat(score.tokens()).isEqualTo(3);
    assertThat(score.impossible()).isEqualTo(1);
    assertThat(score.perplexityIncludingOov()).isInfinite();
    // sqrt(1 / (2/3 * 1/3)) = sqrt(4.5)
    assertThat(score.perplexityExcludingOov()).isCloseTo(Math.sqrt(4.5), within(1e-12));
  }

  @Test
  void nothingHasNoPerplexity() throws IOException {
    TextScore score = score(model(2, "witten-bell", "a b"));
    assertThat(score.log10()).isZero();
    assertThat(score.perplexityIncludingOov()).isNaN();
    assertThat(score.perplexityExcludingOov()).isNaN();
  }

  @Test
  void agreesWithTheScorerOfSentences() throws IOException {
    LanguageModel model = model(3, "modified-kneser-ney", lines());
    String[] text = {"北京 的 词性", "词性 是 什么", "磁性 很强 的 磁铁"};
    SentenceScorer sentences = new SentenceScorer(model);
    TextIds ids = ids(model);
    for (String line : text) {
      byte[] utf8 = line.getBytes(UTF_8);
      ids.read(utf8, 0, utf8.length, sentences);
    }
    Score expected = sentences.take();
    TextScore score = score(model, text);
    assertThat(score.tokens()).isEqualTo(expected.tokens());
    assertThat(score.oov()).isEqualTo(expected.oov()).isEqualTo(1);
    assertThat(score.log10()).isCloseTo(expected.log10(), within(1e-12));
    assertThat(score.perplexityIncludingOov()).isCloseTo(expected.perplexity(), within(1e-9));
  }

  @Test
  void partsAddUpToTheWhole() throws IOException {
    LanguageModel model = model(3, "witten-bell", lines());
    TextScore parts = score(model, "北京 的 词性", "什么");
    parts.add(score(model, "词性 是"));
    TextScore whole = score(model, "词性 是", "什么", "北京 的 词性");
    assertThat(parts.toNumbers()).isEqualTo(whole.toNumbers());
    assertThat(TextScore.of(whole.toNumbers()).toNumbers()).isEqualTo(whole.toNumbers());
    assertThat(TextScore.of(whole.toNumbers()).log10()).isEqualTo(whole.log10());
  }

  /**
   * "b x" twice, see above, and "a b", which is possible: 2 (1 known + 1 outside + 1 end)
   * impossible of 9 tokens; matched 0 for x, 1 for b and the end after x, 2 for all of "a b".
   */
  @Test
  void whatIsImpossibleInAPartIsSoInTheWhole() throws IOException {
    LanguageModel model = model(2, "mle", "a b", "a c");
    TextScore whole = score(model, "b x");
    whole.add(score(model, "a b"));
    whole.add(score(model, "b x"));
    for (TextScore score : List.of(whole, TextScore.of(whole.toNumbers()))) {
      assertThat(score.sentences()).isEqualTo(3);
      assertThat(score.tokens()).isEqualTo(9);
      assertThat(score.oov()).isEqualTo(2);
      assertThat(score.impossible()).isEqualTo(6);
      assertThat(score.log10()).isEqualTo(Double.NEGATIVE_INFINITY);
      assertThat(score.perplexityExcludingOov()).isInfinite();
      assertThat(matched(score)).containsExactly(2, 4, 3);
    }
  }

  /** Only x is impossible: "a x" of order 1 twice, sqrt(4.5) as above. */
  @Test
  void anImpossibleUnknownInAPartSpoilsOneFigureOfTheWhole() throws IOException {
    LanguageModel model = model(1, "mle", "a a");
    TextScore whole = score(model, "a x");
    whole.add(score(model, "a x"));
    assertThat(whole.impossible()).isEqualTo(2);
    assertThat(whole.perplexityIncludingOov()).isInfinite();
    assertThat(whole.perplexityExcludingOov()).isCloseTo(Math.sqrt(4.5), within(1e-12));
  }

  private static String[] lines() {
    return ModelFixture.EXAMPLE_WORDS.toArray(String[]::new);
  }

  private LanguageModel model(int order, String smoothing, String... lines) throws IOException {
    return ModelDirectory.open(
        ModelFixture.of(order, smoothing).write(directory.resolve("model"), List.of(lines)));
  }

  private static TextIds ids(LanguageModel model) {
    return new TextIds(Segmenters.create(SegmenterSettings.of("whitespace")), model.vocabulary());
  }

  private static TextScore score(LanguageModel model, String... lines) {
    TextScorer scorer = new TextScorer(model);
    TextIds ids = ids(model);
    for (String line : lines) {
      byte[] utf8 = line.getBytes(UTF_8);
      ids.read(utf8, 0, utf8.length, scorer);
    }
    return scorer.take();
  }

  private static long[] matched(TextScore score) {
    long[] matched = new long[score.order() + 1];
    for (int length = 0; length < matched.length; length++) {
      matched[length] = score.matched(length);
    }
    return matched;
  }
}
