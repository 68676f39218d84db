// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TextScoreTest {
  /** 10^-1, 10^-2 and, unknown, 10^-3. */
  private static TextScore example() {
    TextScore score = new TextScore(2);
    score.addKnown(0.1, 2);
    score.addOov(0.001, 1);
    score.addKnown(0.01, 2);
    score.endSentence();
    return score;
  }

  /** The geometric mean of all three is 10^-2, of the two known ones 10^-1.5. */
  @Test
  void isAMeanWithAndWithoutUnknownWords() {
    TextScore score = example();
    assertThat(score.sentences()).isEqualTo(1);
    assertThat(score.tokens()).isEqualTo(3);
    assertThat(score.oov()).isEqualTo(1);
    assertThat(score.log10()).isCloseTo(-6, within(1e-12));
    assertThat(score.perplexityIncludingOov()).isCloseTo(100, within(1e-9));
    assertThat(score.perplexityExcludingOov()).isCloseTo(Math.sqrt(1000), within(1e-9));
    assertThat(score.order()).isEqualTo(2);
    assertThat(new long[] {score.matched(0), score.matched(1), score.matched(2)})
        .containsExactly(0, 1, 2);
  }

  @Test
  void whatIsImpossibleIsCountedAndMakesItInfinite() {
    TextScore unknown = example();
    unknown.addOov(0, 0);
    assertThat(unknown.impossible()).isEqualTo(1);
    assertThat(unknown.log10()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(unknown.perplexityIncludingOov()).isInfinite();
    assertThat(unknown.perplexityExcludingOov()).isCloseTo(Math.sqrt(1000), within(1e-9));
    TextScore known = example();
    known.addKnown(0, 0);
    assertThat(known.perplexityExcludingOov()).isInfinite();
  }

  @Test
  void ofNoTextThereIsNoMean() {
    TextScore none = new TextScore(3);
    assertThat(none.log10()).isZero();
    assertThat(none.perplexityIncludingOov()).isNaN();
    assertThat(none.perplexityExcludingOov()).isNaN();
  }

  @Test
  void partsAndNumbersMakeTheSameScore() {
    TextScore twice = example();
    twice.add(TextScore.of(example().toNumbers()));
    twice.addKnown(0, 0);
    twice.addOov(0, 1);
    TextScore read = TextScore.of(twice.toNumbers());
    assertThat(read.toNumbers()).isEqualTo(twice.toNumbers());
    assertThat(read.sentences()).isEqualTo(2);
    assertThat(read.tokens()).isEqualTo(8);
    assertThat(read.oov()).isEqualTo(3);
    assertThat(read.impossible()).isEqualTo(2);
    assertThat(new long[] {read.matched(0), read.matched(1), read.matched(2)})
        .containsExactly(1, 3, 4);
  }
}
