// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.query.TextScore;
import org.ngramjob.testing.KenlmComparison;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.testing.ScoredText;

/**
 * Tables and perplexities against KenLM's of the sample text, which stand in the repository: so
 * that numbers of another program are compared everywhere.
 */
class KenlmSampleTest {
  private static final Path KENLM = Path.of("src/test/resources/kenlm");

  @TempDir private Path directory;

  /**
   * Perplexities as {@code query -v summary} prints them: of floats, but nearly all digits agree.
   */
  @Test
  void tablesAndPerplexitiesAreKenlms() throws IOException {
    LocalChain chain =
        new LocalChain(directory)
            .with("ngramjob.vocabulary.bucket-weight", 500)
            .with("mapreduce.job.reduces", 2);
    chain.count(KENLM.resolve("train.txt.gz"), 3);
    LanguageModel whole = KenlmComparison.compare(chain, "0", KENLM.resolve("whole.arpa.gz"));
    assertPerplexity(whole, 123.87837676, 65.25407609);
    LanguageModel pruned = KenlmComparison.compare(chain, "0 1 1", KENLM.resolve("pruned.arpa.gz"));
    assertPerplexity(pruned, 146.49529816, 81.49281762);
  }

  private static void assertPerplexity(LanguageModel model, double including, double excluding)
      throws IOException {
    TextScore score = ScoredText.of(model, KENLM.resolve("heldout.txt.gz"));
    // 516 words, 84 of them unknown, and 59 sentence ends.
    assertThat(score.tokens()).isEqualTo(575);
    assertThat(score.oov()).isEqualTo(84);
    assertThat(score.perplexityIncludingOov()).isCloseTo(including, within(1e-6 * including));
    assertThat(score.perplexityExcludingOov()).isCloseTo(excluding, within(1e-6 * excluding));
  }
}
