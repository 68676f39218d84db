// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyLimitTest {
  @TempDir Path directory;
  private final Map<String, Long> counts = new HashMap<>();
  private List<VocabularySection> sections;

  /** Half of the words are rare, the others spread over classes that hold several counts. */
  @BeforeEach
  void writeSections() throws IOException {
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      counts.put("w" + i, (long) (i < 200 ? 1 + random.nextInt(3) : 500 + random.nextInt(60)));
    }
    sections = VocabularyFile.open(SectionFixture.write(directory, 1, counts).get(0)).sections();
  }

  /** The definition, by sorting all words: count falling, then partition. */
  private int[] bySorting(int mostFrequent) {
    int[] kept = new int[WordHash.PARTITIONS];
    counts.keySet().stream()
        .sorted(
            Comparator.<String>comparingLong(word -> -counts.get(word))
                .thenComparing(SectionFixture::partition))
        .limit(mostFrequent)
        .forEach(word -> kept[SectionFixture.partition(word)]++);
    return kept;
  }

  @Test
  void keepsExactlyTheMostFrequentWords() {
    for (int k = 0; k <= 400; k++) {
      assertThat(VocabularyLimit.wordsKept(sections, k)).as("k = %d", k).isEqualTo(bySorting(k));
    }
  }

  @Test
  void keepsAllWordsWhenThereAreFewer() {
    assertThat(Arrays.stream(VocabularyLimit.wordsKept(sections, 1_000_000_000_000L)).sum())
        .isEqualTo(400);
  }
}
