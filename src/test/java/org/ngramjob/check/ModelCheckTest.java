// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.model.LanguageModel;
import org.ngramjob.trie.BucketTable;

/**
 * One defect each in models of a (3) and b (4). log10 1/2 is -0.30103, of 1/4 -0.60206, of 2/3
 * -0.176091.
 */
class ModelCheckTest {
  /** P(&lt;/s&gt;) = 1/2, P(a) = P(b) = 1/4. */
  private static final String ROOT = "| 0 | 2=-0.30103 3=-0.60206 4=-0.60206";

  /** P(b | a) = 1/2, and 2/3 of what is left of the root's, 3/4. */
  private static final String AFTER_A = "3 | -0.176091 | 4=-0.30103";

  @TempDir private Path directory;

  private static List<String> defects(LanguageModel model, boolean full) {
    Findings findings = new Findings();
    new ModelCheck(model, full).run(findings);
    assertThat(findings.defects()).isEqualTo(findings.first().size());
    return findings.first();
  }

  private LanguageModel bigrams(long unigrams, long bigrams, String root, String context)
      throws IOException {
    Path fresh = Files.createTempDirectory(directory, "model");
    return HandMadeModel.open(fresh, List.of(unigrams, bigrams), root, "| 0 |\n" + context);
  }

  private LanguageModel trigrams(long bigrams, String contexts) throws IOException {
    Path fresh = Files.createTempDirectory(directory, "model");
    return HandMadeModel.open(fresh, List.of(3L, bigrams, 0L), ROOT, "| 0 |\n" + contexts);
  }

  private static void assertDefect(LanguageModel model, String... messages) {
    assertThat(defects(model, false)).containsExactly(messages);
  }

  @Test
  void aSoundModelHasNone() throws IOException {
    LanguageModel model = bigrams(3, 1, ROOT, AFTER_A);
    for (boolean full : new boolean[] {false, true}) {
      Findings findings = new Findings();
      new ModelCheck(model, full).run(findings);
      assertThat(findings.first()).isEmpty();
      assertThat(findings.figures())
          .containsEntry("ngrams_1", "3")
          .containsEntry("contexts_1", "1")
          .containsEntry("ngrams_2", "1")
          .containsEntry("contexts_2", "1")
          .containsEntry("sums_checked", "2");
    }
    // <s> is never predicted.
    assertThat(defects(bigrams(3, 0, ROOT, "1 | 0 |"), true)).isEmpty();
  }

  @Test
  void theHeaderSaysHowManyThereAre() throws IOException {
    assertDefect(bigrams(3, 2, ROOT, AFTER_A), "the header says 2 2-grams, the tables hold 1");
    assertDefect(bigrams(0, 1, ROOT, AFTER_A), "the header says 0 1-grams, the tables hold 3");
  }

  /** Bucket 1 begins with b, which stands in bucket 0. */
  @Test
  void aContextOfAnotherBucketIsNotFound() throws IOException {
    LanguageModel model =
        HandMadeModel.open(
            directory,
            List.of(3L, 1L),
            ROOT,
            BucketTable.of(List.of(new int[0], new int[] {4})),
            "| 0 |\n" + AFTER_A + "\n4 | 0 |",
            "| 0 |");
    assertDefect(model, "'b' stands in the tables but is not found there");
  }

  /** The first is without a unigram a; of the others, "a b" stands among no bigrams. */
  @Test
  void aContextIsAnNgramItself() throws IOException {
    LanguageModel model = bigrams(2, 1, "| 0 | 2=-0.30103 4=-0.30103", "3 | 0 | 4=-0.30103");
    assertDefect(model, "'a' is a context but no n-gram");
    String afterB = "4 | 0 |\n4 3 | 0 |";
    assertDefect(trigrams(0, afterB), "'a b' is a context but no n-gram");
    assertDefect(trigrams(0, "3 | 0 |\n" + afterB), "'a b' is a context but no n-gram");
    assertThat(defects(trigrams(1, AFTER_A + "\n" + afterB), true)).isEmpty();
  }

  /** After a stands b, which is no unigram: half, and half of what the root gives. */
  @Test
  void aFollowerFollowsTheShorterContextToo() throws IOException {
    assertDefect(
        bigrams(2, 1, "| 0 | 2=-0.30103 3=-0.30103", "3 | -0.30103 | 4=-0.30103"),
        "'b' follows 'a' but not the next shorter context");
  }

  @Test
  void followersAscendAndAreWords() throws IOException {
    assertDefect(
        bigrams(3, 2, ROOT, AFTER_A + " 4=-0.30103"), "'a': follower 4 stands after 4, of 5 words");
    assertDefect(
        bigrams(3, 2, ROOT, AFTER_A + " 5=-1"), "'a': follower 5 stands after 4, of 5 words");
    assertDefect(
        bigrams(4, 1, ROOT + " 5=-1", AFTER_A),
        "the empty context: follower 5 stands after 4, of 5 words");
  }

  @Test
  void aWeightIsANumber() throws IOException {
    assertDefect(
        bigrams(3, 1, ROOT, "3 | NaN | 4=-0.30103"),
        "'a': its back-off weight is 10^NaN",
        "P('</s>' | 'a') is NaN",
        "P('a' | 'a') is NaN",
        "the probabilities after 'a' sum to NaN");
  }

  /**
   * 10^0.00001 is 1.000023, and the weight 0: the sum is near enough. In the second, the weight is
   * 4/3: what follows besides b has 1.
   */
  @Test
  void aLogarithmOfAProbabilityIsANumberBelowZero() throws IOException {
    assertDefect(
        bigrams(3, 1, ROOT, "3 | -99 | 4=0.00001"),
        "'a': the probability of word 4 after it is 10^1.0E-5");
    assertDefect(
        bigrams(3, 1, ROOT, "3 | 0.124939 | 4=-Infinity"),
        "'a': the probability of word 4 after it is 10^-Infinity");
    assertDefect(
        bigrams(3, 1, ROOT, "3 | -99 | 4=1"),
        "'a': the probability of word 4 after it is 10^1.0",
        "P('b' | 'a') is 10.0",
        "the probabilities after 'a' sum to 10.0");
  }

  /** P(a) = 1, and after a also P(b) = 1 with a weight of 1; then no word has any. */
  @Test
  void probabilitiesSumToOne() throws IOException {
    LanguageModel two = bigrams(2, 1, "| 0 | 3=0 4=-99", "3 | 0 | 4=0");
    LanguageModel none = bigrams(2, 0, "| 0 | 3=-99 4=-99", "");
    for (boolean full : new boolean[] {false, true}) {
      assertThat(defects(two, full)).containsExactly("the probabilities after 'a' sum to 2.0");
      assertThat(defects(none, full))
          .containsExactly("the probabilities after the empty context sum to 0.0");
    }
  }
}
