// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.CountHeader;
import org.ngramjob.trie.CountsByHand;

/** One defect each in the counts of order 3 of the text "a b", a being 3 and b 4. */
class CountCheckTest {
  /** All are seen once, after one word each: {@code <s> a}, {@code a b}, {@code b </s>}. */
  private static final String ROOT = ": 2=1/1 3=1/1 4=1/1";

  private static final String AFTER_BEGIN = "1: 3=1/1";
  private static final String AFTER_A = "3: 4=1/1";
  private static final String AFTER_BEGIN_A = "3 1: 4=1/1";
  private static final String AFTER_B = "4: 2=1/1";
  private static final String AFTER_A_B = "4 3: 2=1/1";

  @TempDir private Path directory;

  private Findings check(Path counts) throws IOException {
    Findings findings = new Findings();
    new CountCheck(LocalChain.hadoop(counts), new Configuration()).run(findings);
    assertThat(findings.defects()).isEqualTo(findings.first().size());
    return findings;
  }

  private Path counts(String... nodes) throws IOException {
    Path fresh = Files.createTempDirectory(directory, "counts");
    CountsByHand.write(fresh, 3, nodes);
    SectionFixture.vocabulary(
        Files.createDirectory(fresh.resolve("vocabulary")), Map.of("a", 2L, "b", 1L));
    return fresh;
  }

  private Path sound() throws IOException {
    return counts(ROOT, AFTER_BEGIN, AFTER_A, AFTER_BEGIN_A, AFTER_B, AFTER_A_B);
  }

  private void assertDefects(Path counts, String... messages) throws IOException {
    assertThat(check(counts).first()).containsExactly(messages);
  }

  @Test
  void soundCountsHaveNone() throws IOException {
    Findings findings = check(sound());
    assertThat(findings.first()).isEmpty();
    assertThat(findings.figures())
        .containsEntry("ngrams_1", "3")
        .containsEntry("ngrams_2", "3")
        .containsEntry("ngrams_3", "2")
        .containsEntry("occurrences_3", "2");
  }

  /** Word 5 is seen after b too, in all contexts that b has; there are five words, 0 to 4. */
  @Test
  void followersAreWords() throws IOException {
    assertDefects(
        counts(
            ROOT + " 5=1/1",
            AFTER_BEGIN,
            AFTER_A,
            AFTER_BEGIN_A,
            AFTER_B + " 5=1/1",
            AFTER_A_B + " 5=1/1"),
        "the empty context or what follows it is no word of the vocabulary, which has ids below 5",
        "'b' or what follows it is no word of the vocabulary, which has ids below 5",
        "'a b' or what follows it is no word of the vocabulary, which has ids below 5");
  }

  /** Word 5 stands before {@code </s>}, which therefore has two words to its left. */
  @Test
  void contextsAreWords() throws IOException {
    assertDefects(
        counts(
            ": 2=2/2 3=1/1 4=1/1",
            AFTER_BEGIN,
            AFTER_A,
            AFTER_BEGIN_A,
            AFTER_B,
            AFTER_A_B,
            "5: 2=1/1",
            "5 1: 2=1/1"),
        "'#5' or what follows it is no word of the vocabulary, which has ids below 5");
  }

  /** After "a b" stands a, of which "b" knows nothing. */
  @Test
  void aFollowerFollowsTheShorterContextToo() throws IOException {
    assertDefects(
        counts(ROOT, AFTER_BEGIN, AFTER_A, AFTER_BEGIN_A, AFTER_B, "4 3: 3=1/1"),
        "'a' follows 'a b' but not the next shorter context");
  }

  /**
   * After b stands {@code </s>} twice, after "a b" once. Then twice after both, but two words to
   * the left where there is a alone.
   */
  @Test
  void countsAddUpBelowTheRoot() throws IOException {
    String twice = ": 2=2/1 3=1/1 4=1/1";
    assertDefects(
        counts(twice, AFTER_BEGIN, AFTER_A, AFTER_BEGIN_A, "4: 2=2/1", AFTER_A_B),
        "'b': counts sum to 2 and adjusted counts to 1, longer contexts make 1 and 1");
    assertDefects(
        counts(twice, AFTER_BEGIN, AFTER_A, AFTER_BEGIN_A, "4: 2=2/2", "4 3: 2=2/2"),
        "'b': counts sum to 2 and adjusted counts to 2, longer contexts make 2 and 1");
  }

  /** The same of the root: a is seen once; b stands twice, but after a alone. */
  @Test
  void countsAddUpAtTheRoot() throws IOException {
    assertDefects(
        counts(": 2=1/1 3=2/1 4=1/1", AFTER_BEGIN, AFTER_A, AFTER_BEGIN_A, AFTER_B, AFTER_A_B),
        "the empty context: counts sum to 4 and adjusted counts to 3, longer contexts make 3 and 3");
    assertDefects(
        counts(": 2=1/1 3=1/1 4=2/2", AFTER_BEGIN, "3: 4=2/1", "3 1: 4=2/2", AFTER_B, AFTER_A_B),
        "the empty context: counts sum to 4 and adjusted counts to 4, longer contexts make 4 and 3");
  }

  @Test
  void theHeaderHoldsTheirSums() throws IOException {
    Path counts = sound();
    Path header = counts.resolve(CountHeader.FILE);
    String json = Files.readString(header);
    Files.writeString(header, json.replaceFirst("\"total\": 2", "\"total\": 9"));
    assertDefects(
        counts,
        "the header says of order 3 OrderSums[ngrams=2, total=9, adjustedTotal=2,"
            + " rawCountsOfCounts=[2, 0, 0, 0, 0, 0], adjustedCountsOfCounts=[2, 0, 0, 0, 0, 0]],"
            + " the shards hold OrderSums[ngrams=2, total=2, adjustedTotal=2,"
            + " rawCountsOfCounts=[2, 0, 0, 0, 0, 0], adjustedCountsOfCounts=[2, 0, 0, 0, 0, 0]]");
  }

  @Test
  void sumsOfDamagedBucketsAreNotCompared() throws IOException {
    Path counts = sound();
    Path part = counts.resolve("shards/part-r-00000");
    byte[] bytes = Files.readAllBytes(part);
    bytes[0] ^= 1;
    Files.write(part, bytes);
    Findings findings = check(counts);
    assertThat(findings.first())
        .singleElement()
        .asString()
        .endsWith("part-r-00000 is damaged: the checksum of bucket 0 differs; make it again");
    assertThat(findings.figures())
        .containsEntry("header", "not checked: buckets are damaged or missing")
        .doesNotContainKey("ngrams_1");
  }
}
