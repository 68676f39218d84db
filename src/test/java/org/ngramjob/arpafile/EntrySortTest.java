// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.arpafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.Failure;
import org.ngramjob.model.LanguageModel;

/** Imports with so little room that entries go to the disk in many runs. */
class EntrySortTest {
  @TempDir private Path directory;

  /** Six words, all their bigrams and trigrams; in a column of digits, "a b c" is -1.123. */
  private static String complete() {
    StringBuilder text = new StringBuilder("\\data\\\nngram 1=6\nngram 2=36\nngram 3=216\n");
    for (int n = 1; n <= 3; n++) {
      text.append("\n\\").append(n).append("-grams:\n");
      for (String ngram : ngrams(n)) {
        text.append(log10(ngram)).append('\t').append(ngram).append('\n');
      }
    }
    return text + "\n\\end\\\n";
  }

  private static List<String> ngrams(int order) {
    List<String> words = List.of("a", "b", "c", "d", "e", "f");
    return order == 1
        ? words
        : ngrams(order - 1).stream()
            .flatMap(shorter -> words.stream().map(word -> shorter + " " + word))
            .toList();
  }

  private static String log10(String ngram) {
    return "-1."
        + ngram
            .replace(" ", "")
            .chars()
            .mapToObj(letter -> Integer.toString(letter - 'a' + 1))
            .collect(Collectors.joining());
  }

  /** From a run for every entry and a bucket for every context to one of each. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 7", "50, 20", "64, 1000", "1000, 1", "1000, 40", "1000, 1000"})
  void runsAndBucketsDoNotMatter(int entriesOfARun, long bucketEntries) throws IOException {
    // 24 bytes and three ids of 4 bytes for an entry
    LanguageModel model =
        ArpaFixture.open(
            ArpaFixture.bytes(complete()), directory, 36L * entriesOfARun, bucketEntries);
    assertThat(model.header().ngrams()).containsExactly(6L, 36L, 216L);
    for (int n = 1; n <= 3; n++) {
      for (String ngram : ngrams(n)) {
        assertThat(ArpaFixture.log10(model, ngram))
            .as(ngram)
            .isCloseTo(Double.parseDouble(log10(ngram)), within(1e-6));
      }
    }
    // <s> is no context there: log10 P(b c) alone
    assertThat(ArpaFixture.log10(model, "<s> b c")).isCloseTo(-1.23, within(1e-6));
  }

  @Test
  void aDefectIsNamedAlsoAcrossRuns() {
    String twice = complete().replace("-1.66\tf f\n", "-1.66\tf f\n-1.3\ta b\n");
    assertThatThrownBy(
            () ->
                ArpaFixture.open(
                    ArpaFixture.bytes(twice.replace("2=36", "2=37")), directory, 36, 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("line 51: the 2-gram 'a b' stands there twice, first in line 16");
  }
}
