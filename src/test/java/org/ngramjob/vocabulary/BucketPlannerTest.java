// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

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
    BucketTable table = new BucketPlanner(vocabulary, 10).plan();
    assertThat(table).hasToString("[[], [3], [4], [6]]");
  }

  /**
   * W = 10 and a has 30: three pieces. What can stand before it, by r2: s(1) 5, a(3) 30, b(4) 9,
   * c(5) 8, d(6) 3, e(7) 2; total 57, so cuts belong at 19 and 38. The middles of the words lie at
   * 2.5, 20, 39.5 …: cuts at a and b. The word b, at 9, begins anew; then c 8 cannot join 9, d 3
   * cannot join 8, e 2 joins.
   */
  @Test
  void cutsAHotWordIntoPiecesOfEqualSharesOfTheText() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(30, 9, 8, 3, 2), 5, 0);
    BucketTable table = new BucketPlanner(vocabulary, 10).plan();
    assertThat(table).hasToString("[[], [3], [3, 3], [3, 4], [4], [5], [6]]");
  }

  /**
   * W = 20 and a has 100: five pieces, cuts at 23, 46, 69 and 92 of 115. But a itself lies between
   * 5 and 105, its middle at 55, that of b at 107.5: two cuts, none twice.
   */
  @Test
  void aHotPairStaysWhole() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(100, 5, 5), 5, 0);
    BucketTable table = new BucketPlanner(vocabulary, 20).plan();
    assertThat(table).hasToString("[[], [3], [3, 3], [3, 4], [4]]");
  }

  /**
   * Cuts at 36, 72 and 108 of 144; the middle of s, where [3] begins already, is 50, that of a 120.
   */
  @Test
  void theFirstWordBeforeAHotWordNeedsNoCut() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 4), 100, 0);
    BucketTable table = new BucketPlanner(vocabulary, 10).plan();
    assertThat(table).hasToString("[[], [3], [3, 3], [4]]");
  }

  /** The beginning of sentences outweighs W, has no words before it, and so is one bucket. */
  @Test
  void theBeginningOfSentencesIsNotCut() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(4, 3), 500, 2);
    BucketTable table = new BucketPlanner(vocabulary, 10).plan();
    assertThat(table).hasToString("[[], [1], [3]]");
  }

  /** Words left out share the context unk, cut like any other: at 16 of 32, and s is around 22. */
  @Test
  void unknownWordsAreAContextLikeOthers() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(4, 3), 5, 20);
    BucketTable table = new BucketPlanner(vocabulary, 10).plan();
    assertThat(table).hasToString("[[], [0, 1], [1], [4]]");
  }

  @Test
  void aSmallTextIsOneBucket() throws IOException {
    MappedVocabulary vocabulary = vocabulary(words(40, 20, 10), 5, 0);
    long target = BucketPlanner.targetWeight(70);
    BucketTable table = new BucketPlanner(vocabulary, target).plan();
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
    MappedVocabulary vocabulary = vocabulary(counts, 300, 1);
    for (long target : new long[] {1, 7, 50, 1000, 100_000}) {
      BucketTable table = new BucketPlanner(vocabulary, target).plan();
      assertThat(table.truncate(1)).isEqualTo(wordByWord(vocabulary, target));
    }
  }

  /**
   * What lies between two cuts weighs as much as is asked for, give or take a 16th (ranges of about
   * equal counts are cut as if they were equal) and half a word at each end.
   */
  @Test
  void piecesAreOfEqualWeightInLargeVocabularies() throws IOException {
    Random random = new Random(12);
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      counts.put("w" + i, 1 + (long) Math.pow(random.nextDouble(), -1.2));
    }
    MappedVocabulary vocabulary = vocabulary(counts, 300, 20);
    long total = 320 + counts.values().stream().mapToLong(Long::longValue).sum();
    long hottest = vocabulary.count(3);
    BucketTable table = new BucketPlanner(vocabulary, hottest / 40).plan();
    List<Integer> cuts = new ArrayList<>(List.of(0));
    for (int bucket = 0; bucket < table.size(); bucket++) {
      if (table.boundary(bucket).length == 2 && table.boundary(bucket)[0] == 3) {
        cuts.add(table.boundary(bucket)[1]);
      }
    }
    assertThat(cuts).hasSizeGreaterThan(10).isSorted().doesNotHaveDuplicates();
    cuts.add(vocabulary.size());
    for (int i = 1; i < cuts.size(); i++) {
      long weight = 0;
      long largest = 0;
      for (int id = cuts.get(i - 1); id < cuts.get(i); id++) {
        long count = id == 2 ? 0 : vocabulary.count(id);
        weight += count;
        largest = Math.max(largest, count);
      }
      assertThat((double) weight).isLessThan(total / 40.0 * 17 / 16 + largest + 1);
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
