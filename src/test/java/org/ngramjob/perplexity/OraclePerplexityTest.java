// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.perplexity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.prune.EntropyThreshold;
import org.ngramjob.query.TextIds;
import org.ngramjob.query.TextScore;
import org.ngramjob.query.TextScorer;
import org.ngramjob.reference.Oracle;
import org.ngramjob.segment.Segmenter;
import org.ngramjob.segment.SegmenterSettings;
import org.ngramjob.segment.Segmenters;
import org.ngramjob.smooth.DiscountFallback;
import org.ngramjob.testing.LocalChain;

/**
 * Perplexities of held-out text as other programs print them, see the reference data's own page:
 * KenLM's {@code query -v summary}, MITLM's and OpenGrm's without words outside the vocabulary.
 */
class OraclePerplexityTest {
  private static final double KENLM_PERCENT = 0.01;
  private static final double OTHERS_PERCENT = 1;

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

  @Test
  void otherToolsAgreeWithinOnePercent() throws IOException {
    LocalChain chain = chinese(3);
    assertPerplexity(score(chain.estimate("modified-kneser-ney", "0 0 1")), 222.8690, 138.9894);
    assertPerplexity(score(chain.estimate("modified-kneser-ney", "0 1 1")), 238.3897, 150.5763);
    assertOthers(chain, "kneser-ney", 136.4497);
    assertOthers(chain, "absolute", 146.0800);
    assertOthers(chain, "witten-bell", 171.0620);
    // OpenGrm has 155.54: it does not discount unigrams; ARCHITECTURE.md works it out.
    assertThat(score(chain.estimate("katz", "0")).perplexityExcludingOov())
        .isCloseTo(160.93, withinPercentage(KENLM_PERCENT));
  }

  /** Less is kept the more it may cost, and held-out text notices more or less that. */
  @Test
  void entropyPruningTradesSizeForPerplexity() throws IOException {
    LocalChain chain = chinese(3);
    double whole = 219.9591;
    double before = whole;
    long size = Long.MAX_VALUE;
    for (double cost : new double[] {1e-8, 1e-7, 1e-6, 1e-5}) {
      LanguageModel model =
          chain.estimate(
              "modified-kneser-ney",
              "0",
              Optional.of(new EntropyThreshold(cost)),
              DiscountFallback.DEFAULT,
              directory.resolve("pruned-" + cost));
      long kept = model.header().ngrams().stream().mapToLong(Long::longValue).sum();
      assertThat(kept).isLessThan(size);
      size = kept;
      double perplexity = score(model).perplexityIncludingOov();
      assertThat(perplexity).isGreaterThan(before * 0.9998);
      before = perplexity;
      double rise = cost < 1e-6 ? 0.5 : cost < 1e-5 ? 5 : 20;
      assertThat(perplexity).as("cost %s", cost).isCloseTo(whole, withinPercentage(rise));
    }
    assertThat(size).isLessThan(50_000);
  }

  private void assertOthers(LocalChain chain, String method, double excluding) throws IOException {
    assertThat(score(chain.estimate(method, "0")).perplexityExcludingOov())
        .as(method)
        .isCloseTo(excluding, withinPercentage(OTHERS_PERCENT));
  }

  private static void assertPerplexity(TextScore score, double including, double excluding) {
    assertThat(score.perplexityIncludingOov())
        .isCloseTo(including, withinPercentage(KENLM_PERCENT));
    assertThat(score.perplexityExcludingOov())
        .isCloseTo(excluding, withinPercentage(KENLM_PERCENT));
  }

  private LocalChain chinese(int order) throws IOException {
    LocalChain chain = new LocalChain(directory);
    chain.count(chain.write(new String(unpacked("zh/train.seg.txt.gz"), UTF_8)), order);
    return chain;
  }

  private static TextScore score(LanguageModel model) throws IOException {
    Segmenter segmenter = Segmenters.create(SegmenterSettings.of("whitespace"));
    TextIds ids = new TextIds(segmenter, model.vocabulary());
    TextScorer scorer = new TextScorer(model);
    byte[] text = unpacked("zh/heldout.seg.txt.gz");
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        ids.read(text, from, i, scorer);
        from = i + 1;
      }
    }
    return scorer.take();
  }

  private static byte[] unpacked(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(Oracle.file(name)))) {
      return in.readAllBytes();
    }
  }
}
