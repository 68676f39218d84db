// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ngramjob.corpus.CorpusSettings;
import org.ngramjob.corpus.Inputs;
import org.ngramjob.corpus.SpecialWordPolicy;
import org.ngramjob.corpus.TextEncoding;

class HeldOutTextTest {
  private static HeldOutText text(CorpusSettings corpus) {
    return new HeldOutText(corpus, new Inputs(List.of(), List.of(), 0));
  }

  /** Models that were made before there was a choice are still those that are asked for. */
  @Test
  void textThatIsReadAsUsualHasNoSettings() {
    assertThat(text(CorpusSettings.of(List.of("text"))).settings()).isEmpty();
  }

  /** How many bad lines may be skipped changes no result. */
  @Test
  void whatIsUnusualIsNamedAndNothingElse() {
    assertThat(
            text(new CorpusSettings(
                    List.of("text"), TextEncoding.UTF8, 1000, 0.5, SpecialWordPolicy.SKIP))
                .settings())
        .containsExactly(entry("held-out.max-line-bytes", "1000"));
    assertThat(
            text(new CorpusSettings(
                    List.of("text"), TextEncoding.UTF8, 1 << 20, 0.01, SpecialWordPolicy.FAIL))
                .settings())
        .containsExactly(entry("held-out.special-words", "fail"));
  }
}
