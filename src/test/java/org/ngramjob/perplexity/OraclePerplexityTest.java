// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.query.TextScore;
import org.ngramjob.reference.Oracle;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.testing.ScoredText;

/**
 * Perplexities of held-out text as other programs print them, see the reference data's own page:
 * KenLM's {@code query -v summary}, MITLM's and OpenGrm's without words outside the vocabulary.
 */
class OraclePerplexityTest {
  private static final double KENLM_PERCENT = 0.0001;

  @TempDir private Path directory;

  @ParameterizedTest(name = "order {0}")
  @CsvSource({
    "2, 239.6132, 149.4311",
    "3, 219.9591, 136.5944",
    "4, 218.3096, 135.6322",
    "5, 218.3790, 135.6851"
  })
  void modifiedKneserNeyIsThatOfKenlm(int order, double including, double excluding)
      throws IOException {
    LocalChain chain = chinese(order);
    TextScore score = score(chain.estimate("modified-kneser-ney", "0"));
    assertThat(score.sentences()).isEqualTo(1000);
    assertThat(score.tokens()).isEqualTo(22_082 + 1000);
    assertPerplexity(score, including, excluding);
  }

  @ParameterizedTest
  @CsvSource({"0 0 1, 222.8690, 138.9894", "0 1 1, 238.3897, 150.5763"})
  void prunedByCountItIsThatOfKenlm(String prune, double including, double excluding)
      throws IOException {
    assertPerplexity(
        score(chinese(3).estimate("modified-kneser-ney", prune)), including, excluding);
  }

  /** Of Wikitext-2, KenLM's two figures are one: its unknown word is a word of the text. */
  @Test
  void ofEnglishItIsThatOfKenlm() throws IOException {
    LocalChain chain = new LocalChain(directory);
    chain.count(Oracle.file("en/wt2.train.txt.gz"), 3);
    TextScore score =
        ScoredText.of(
            chain.estimate("modified-kneser-ney", "0"), Oracle.file("en/wt2.test.txt.gz"));
    assertThat(score.perplexityIncludingOov()).isCloseTo(230.886, within(0.0005));
    assertThat(score.perplexityExcludingOov()).isCloseTo(230.886, within(0.0005));
  }

  /** The table in ARCHITECTURE.md, which also says why these are as far apart as they are. */
  @Test
  void otherToolsAreAsNearAsOrderOneLets() throws IOException {
    LocalChain chain = chinese(3);
    assertOther(score(chain.estimate("kneser-ney", "0")), 136.4499, 0.00005, 136.4497, 0.0002);
    assertOther(score(chain.estimate("absolute", "0")), 146.0801, 0.00005, 146.0800, 0.0001);
    assertOther(score(chain.estimate("witten-bell", "0")), 170.73, 0.005, 171.0620, 0.2);
    TextScore katz = score(chain.estimate("katz", "0"));
    assertOther(katz, 160.93, 0.005, 155.5400, 3.5);
    assertThat(katz.perplexityIncludingOov()).isCloseTo(145.75, within(0.005));
  }

  /** The table in ARCHITECTURE.md: bigrams and trigrams, and what their leaving costs. */
  @Test
  void entropyPruningTradesSizeForPerplexity() throws IOException {
    LocalChain chain = chinese(3);
    assertTrade(chain.estimate("modified-kneser-ney", "0"), 299_110, 219.96);
    assertTrade(prunedBy(1e-8, chain), 294_343, 219.94);
    assertTrade(prunedBy(1e-7, chain), 252_049, 220.46);
    assertTrade(prunedBy(1e-6, chain), 143_136, 226.01);
    assertTrade(prunedBy(3e-6, chain), 61_938, 236.94);
    assertTrade(chain.estimate("modified-kneser-ney", "0 1 1"), 40_566, 238.39);
    assertTrade(prunedBy(1e-5, chain), 17_180, 254.37);
  }

  private LanguageModel prunedBy(double cost, LocalChain chain) throws IOException {
    return chain.estimate(
        "modified-kneser-ney",
        "0",
        Optional.of(new EntropyThreshold(cost)),
        DiscountFallback.DEFAULT,
        directory.resolve("pruned-" + cost));
  }

  private static void assertTrade(LanguageModel model, long ngrams, double perplexity)
      throws IOException {
    List<Long> kept = model.header().ngrams();
    assertThat(kept.get(1) + kept.get(2)).isEqualTo(ngrams);
    assertThat(score(model).perplexityIncludingOov()).isCloseTo(perplexity, within(0.005));
  }

  /** Without unknown words: what is printed here, and how far from another program that is. */
  private static void assertOther(
      TextScore score, double here, double digits, double other, double percent) {
    assertThat(score.perplexityExcludingOov())
        .isCloseTo(here, within(digits))
        .isCloseTo(other, withinPercentage(percent));
  }

  private static void assertPerplexity(TextScore score, double including, double excluding) {
    assertThat(score.perplexityIncludingOov())
        .isCloseTo(including, withinPercentage(KENLM_PERCENT));
    assertThat(score.perplexityExcludingOov())
        .isCloseTo(excluding, withinPercentage(KENLM_PERCENT));
  }

  private LocalChain chinese(int order) throws IOException {
    LocalChain chain = new LocalChain(directory);
    chain.count(Oracle.file("zh/train.seg.txt.gz"), order);
    return chain;
  }

  private static TextScore score(LanguageModel model) throws IOException {
    return ScoredText.of(model, Oracle.file("zh/heldout.seg.txt.gz"));
  }
}
