// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.ngram.MappedVocabulary;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.VocabularyFile;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.trie.BucketTable;

class BucketPlannerTest {
  @TempDir Path directory;

  private MappedVocabulary vocabulary(Map<String, Long> counts, long sentences, long unknown)
      throws IOException {
    long tokens = unknown + counts.values().stream().mapToLong(Long::longValue).sum();
    VocabularyHeader header =
        new VocabularyHeader(
            VocabularyHeader.VERSION,
            counts.size(),
            tokens,
            sentences,
            unknown,
            unknown > 0 ? 1 : 0,
            List.of(),
            "whitespace",
            new TreeMap<>(),
            new TreeMap<>());
    Path part = SectionFixture.write(directory, 1, counts).get(0);
    return MappedVocabulary.of(List.of(VocabularyFile.open(part)), header);
  }

  private static void pair(PairSample sample, String word, String previous, long count) {
    byte[] first = word.getBytes(UTF_8);
    byte[] both = (word + previous).getBytes(UTF_8);
    sample.add(both, first.length, both.length, count);
  }

  /** Words a, b, c … with falling counts in different classes, so that a is 3, b is 4 and so on. */
  private static Map<String, Long> words(long... counts) {
    Map<String, Long> words = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      words.put(Character.toString('a' + i), counts[i]);
    }
    return words;
  }

  /**
   * W = 10. Ids: unk 2, s 5, a(3) 10, b(4) 6, c(5) 4, d(6) 3, e(7) 1. Running: 2, 2+5=7, 7+10 > 10
   * so [3] with 10, [4] with 6, 6+4=10, [6] with 3, 4.
   */
  @Test
  void groupsColdWordsUntilTheTarget() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(10, 6, 4, 3, 1), 5, 2);
    BucketTable table = new BucketPlanner(vocabulary, new PairSample(vocabulary, 11), 10).plan();
    assertThat(table).hasToString("[[], [3], [4], [6]]");
  }

  /**
   * W = 10 and a has 30: three pieces. Its sample, by r2: s(1) 1, b(4) 4, c(5) 1, d(6) 3, e(7) 3;
   * total 12, so cuts belong nearest to 4 and 8. Running sums at which each begins: 0, 1, 5, 6, 9;
   * nearest to 4 is 5 (c), nearest to 8 is 9 (e). b, at 9, begins anew; then c 8 cannot join 9, d 3
   * cannot join 8, e 2 joins.
   */
  @Test
  void cutsAHotWordIntoPiecesOfEqualSampledWeight() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(30, 9, 8, 3, 2), 5, 0);
    PairSample sample = new PairSample(vocabulary, 11);
    pair(sample, "a", "", 1);
    pair(sample, "a", "b", 3);
    pair(sample, "a", "b", 1);
    pair(sample, "a", "c", 1);
    pair(sample, "a", "d", 3);
    pair(sample, "a", "e", 3);
    pair(sample, "b", "a", 100);
    BucketTable table = new BucketPlanner(vocabulary, sample, 10).plan();
    assertThat(table).hasToString("[[], [3], [3, 5], [3, 7], [4], [5], [6]]");
  }

  /**
   * W = 10 and a has 40: four pieces, but b holds 16 of 20: cuts nearest to 5, 10 and 15 are at 2
   * (b), at 2 or 18, at 18 (c): two cuts, none twice.
   */
  @Test
  void aHotPairStaysWhole() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 20, 10), 5, 0);
    PairSample sample = new PairSample(vocabulary, 11);
    pair(sample, "a", "", 2);
    pair(sample, "a", "b", 16);
    pair(sample, "a", "c", 2);
    BucketTable table = new BucketPlanner(vocabulary, sample, 10).plan();
    assertThat(table).hasToString("[[], [3], [3, 4], [3, 5], [4], [5]]");
  }

  /** Four pieces again, but 16 of 20 are at the very beginning, where [3] begins already. */
  @Test
  void theFirstWordBeforeAHotWordNeedsNoCut() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 20, 10), 5, 0);
    PairSample sample = new PairSample(vocabulary, 11);
    pair(sample, "a", "", 16);
    pair(sample, "a", "b", 2);
    pair(sample, "a", "c", 2);
    BucketTable table = new BucketPlanner(vocabulary, sample, 10).plan();
    assertThat(table).hasToString("[[], [3], [3, 4], [4], [5]]");
  }

  @Test
  void theSampleKeepsOnlyFrequentWords() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 11, 10), 5, 0);
    PairSample sample = new PairSample(vocabulary, 11);
    for (String word : List.of("a", "b", "c", "left out")) {
      pair(sample, word, "a", 1);
      pair(sample, word, "left out", 2);
    }
    assertThat(sample.before(3)).isEqualTo(Map.of(0, 2L, 3, 1L));
    assertThat(sample.before(4)).isEqualTo(Map.of(0, 2L, 3, 1L));
    assertThat(sample.before(5)).isEmpty();
    assertThat(sample.before(0)).isEmpty();
  }

  /** The beginning of sentences outweighs W, has no words before it, and so is one bucket. */
  @Test
  void theBeginningOfSentencesIsNotCut() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(4, 3), 500, 2);
    BucketTable table = new BucketPlanner(vocabulary, new PairSample(vocabulary, 11), 10).plan();
    assertThat(table).hasToString("[[], [1], [3]]");
  }

  /** Words left out share the context unk, which is cut like any other: 2 + 2 of 4 before it. */
  @Test
  void unknownWordsAreAContextLikeOthers() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(4, 3), 5, 20);
    PairSample sample = new PairSample(vocabulary, 11);
    pair(sample, "x", "a", 1);
    pair(sample, "y", "a", 1);
    pair(sample, "x", "b", 2);
    BucketTable table = new BucketPlanner(vocabulary, sample, 10).plan();
    assertThat(table).hasToString("[[], [0, 4], [1], [4]]");
  }

  @Test
  void aSmallTextIsOneBucket() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 20, 10), 5, 0);
    long target = BucketPlanner.targetWeight(70);
    BucketTable table = new BucketPlanner(vocabulary, new PairSample(vocabulary, 1), target).plan();
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void theTargetIsA64thOfTheTextWithinBounds() {
    assertThat(BucketPlanner.targetWeight(1)).isEqualTo(262_144);
    assertThat(BucketPlanner.targetWeight(64L * 1_000_000)).isEqualTo(1_000_000);
    assertThat(BucketPlanner.targetWeight(1L << 50)).isEqualTo(4_194_304);
  }

  /** Skipping ranges by their sums gives what adding word by word gives. */
  @Test
  void agreesWithAPlanWordByWord() throws IOException {
    Random random = new Random(11);
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      counts.put("w" + i, 1 + (long) Math.pow(random.nextDouble(), -1.2));
    }
    MappedVocabulary vocabulary = vocabulary(counts, 300, 20);
    for (long target : new long[] {1, 7, 50, 1000, 100_000}) {
      BucketTable table =
          new BucketPlanner(vocabulary, new PairSample(vocabulary, target + 1), target).plan();
      assertThat(table).isEqualTo(wordByWord(vocabulary, target));
    }
  }

  private static BucketTable wordByWord(MappedVocabulary vocabulary, long target) {
    List<int[]> boundaries = new ArrayList<>(List.of(new int[0]));
    long weight = 0;
    for (int id = 0; id < vocabulary.size(); id++) {
      if (id == 2) {
        continue;
      }
      long count = vocabulary.count(id);
      if (weight > 0 && weight + count > target) {
        boundaries.add(new int[] {id});
        weight = 0;
      }
      weight += count;
    }
    return BucketTable.of(boundaries);
  }
}
