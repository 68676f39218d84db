// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ngramjob.model.CountCutoffs;
import org.ngramjob.model.ModelHeader;
import org.ngramjob.ngram.SpecialWords;
import org.ngramjob.smooth.CorpusTotals;
import org.ngramjob.smooth.CountsOfCounts;
import org.ngramjob.smooth.Smoothing;
import org.ngramjob.smooth.SmoothingMethods;
import org.ngramjob.trie.ByteWriter;

/**
 * Witten-Bell: a context with one follower, seen once, frees 1 / (1 + 1), and log10 0.5 = -0.30103.
 */
class LineEndTest {
  private static final int WORD = SpecialWords.FIRST_WORD;

  private static BackOffRule rule(String pruning) {
    List<CountsOfCounts> counts = List.of(CountsOfCounts.of(1, 1, 1), CountsOfCounts.of(1, 1, 1));
    Smoothing smoothing =
        SmoothingMethods.fit(
            SmoothingMethods.parse("witten-bell"),
            new CorpusTotals(3, counts, counts),
            Optional.empty());
    return BackOffRule.of(
        ModelHeader.of(3, smoothing, CountCutoffs.parse(pruning), List.of(1L, 1L)));
  }

  private static String end(LineEnd end, int word, long sent) {
    ByteWriter out = new ByteWriter(0);
    end.write(word, sent, out);
    return new String(out.toByteArray(), US_ASCII);
  }

  @Test
  void whatIsSentStandsBeforeWhatIsCommon() {
    LineEnd end = LineEnd.of(rule("0"), 1);
    assertThat(end(end, WORD, 0)).isEqualTo("\t-0.30103\n");
    assertThat(end(end, WORD, rule("0").encode(0.01))).isEqualTo("\t-2\n");
    assertThat(end(end, WORD, rule("0").encode(10))).isEqualTo("\t1\n");
    assertThat(end(end, WORD, rule("0").encode(0))).isEqualTo("\t-99\n");
  }

  @Test
  void whatIsNoContextHasNoWeight() {
    LineEnd end = LineEnd.of(rule("0"), 1);
    assertThat(end(end, SpecialWords.END, 0)).isEqualTo("\t0\n");
    ByteWriter out = new ByteWriter(0);
    end.writeNone(out);
    assertThat(new String(out.toByteArray(), US_ASCII)).isEqualTo("\t0\n");
  }

  /** Where longer n-grams were left out, no weight is common: what has none sent is no context. */
  @Test
  void nothingIsCommonAfterPruning() {
    assertThat(end(LineEnd.of(rule("0 1"), 1), WORD, 0)).isEqualTo("\t0\n");
  }

  @Test
  void theHighestOrderHasNoWeights() {
    assertThat(end(LineEnd.withoutWeight(), WORD, 0)).isEqualTo("\n");
    assertThat(end(LineEnd.withoutWeight(), SpecialWords.END, 0)).isEqualTo("\n");
  }
}
