// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.Failure;

class MappedVocabularyTest {
  @TempDir Path directory;

  private static int id(Vocabulary vocabulary, String word) {
    byte[] utf8 = ("»" + word + "«").getBytes(UTF_8);
    return vocabulary.id(utf8, 2, utf8.length - 2);
  }

  private static String word(Vocabulary vocabulary, int id) {
    return new String(vocabulary.word(id), UTF_8);
  }

  /** Thousands of words with a Zipf-like spread of counts, some beyond 2^31. */
  private static Map<String, Long> zipf(int words) {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < words; i++) {
      counts.put("词" + Integer.toString(i, 36), 1 + 3_000_000_000L / (1 + (long) i * i));
    }
    return counts;
  }

  /**
   * By hand. Classes: 40 and 41 share class 36 (s = 1: 16 + 20), 7 is class 7, 1 is class 1. Ids go
   * by class, then partition (see {@link WordHashTest}), so 的 comes before a, then count, then
   * bytes.
   */
  @Test
  void ordersIdsByClassThenPartitionThenCount() throws IOException {
    Map<String, Long> counts = Map.of("的", 40L, "a", 41L, "ab", 7L, "词性", 7L, "abcd", 1L);
    assertThat(List.of("的", "a", "ab", "词性", "abcd"))
        .extracting(SectionFixture::partition)
        .containsExactly(1, 11, 36, 39, 24);
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, counts);

    assertThat(IntStream.range(0, vocabulary.size()).mapToObj(id -> word(vocabulary, id)))
        .containsExactly("<unk>", "<s>", "</s>", "的", "a", "ab", "词性", "abcd");
    assertThat(IntStream.range(0, vocabulary.size()).mapToLong(vocabulary::count))
        .containsExactly(0L, 10L, 10L, 40L, 41L, 7L, 7L, 1L);
  }

  @Test
  void findsEveryWordAndNoOther() throws IOException {
    Map<String, Long> counts = zipf(5000);
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, counts);

    Set<Integer> ids = new HashSet<>();
    counts.forEach(
        (word, count) -> {
          int id = id(vocabulary, word);
          assertThat(ids.add(id)).isTrue();
          assertThat(id).isBetween(SpecialWords.FIRST_WORD, vocabulary.size() - 1);
          assertThat(word(vocabulary, id)).isEqualTo(word);
          assertThat(vocabulary.count(id)).isEqualTo(count);
        });
    for (int i = 5000; i < 9000; i++) {
      assertThat(id(vocabulary, "词" + Integer.toString(i, 36))).isEqualTo(SpecialWords.UNKNOWN);
    }
    assertThat(id(vocabulary, "")).isEqualTo(SpecialWords.UNKNOWN);
  }

  /**
   * Lengths around the border between words told by their hash alone and words that are compared.
   */
  @Test
  void findsWordsOfEveryLength() throws IOException {
    Map<String, Long> counts = new HashMap<>();
    for (int length = 1; length <= 40; length++) {
      counts.put("x".repeat(length), (long) length);
      counts.put("x".repeat(length - 1) + "y", (long) length);
    }
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, counts);
    counts.forEach(
        (word, count) -> assertThat(word(vocabulary, id(vocabulary, word))).isEqualTo(word));
    for (int length = 1; length <= 40; length++) {
      assertThat(id(vocabulary, "x".repeat(length) + "z")).isEqualTo(SpecialWords.UNKNOWN);
      assertThat(id(vocabulary, "z" + "x".repeat(length))).isEqualTo(SpecialWords.UNKNOWN);
    }
  }

  @Test
  void findsSpecialWordsByTheirForms() throws IOException {
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, Map.of("词", 2L));
    assertThat(List.of("<unk>", "<s>", "</s>", "词", "<x>", "<"))
        .extracting(form -> id(vocabulary, form))
        .containsExactly(0, 1, 2, 3, 0, 0);
  }

  @Test
  void classesNeverRiseWithTheId() throws IOException {
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, zipf(5000));
    for (int id = SpecialWords.FIRST_WORD + 1; id < vocabulary.size(); id++) {
      assertThat(CountClass.of(vocabulary.count(id)))
          .isLessThanOrEqualTo(CountClass.of(vocabulary.count(id - 1)));
    }
  }

  @Test
  void rangesCoverTheIdsAndSumTheirCounts() throws IOException {
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, zipf(5000));
    int next = SpecialWords.FIRST_WORD;
    for (IdRange range : vocabulary.ranges()) {
      assertThat(range.first()).isEqualTo(next);
      next += range.size();
      assertThat(IntStream.range(range.first(), next).mapToLong(vocabulary::count).sum())
          .isEqualTo(range.tokens());
    }
    assertThat(next).isEqualTo(vocabulary.size());
  }

  @Test
  void idsDoNotDependOnTheNumberOfPartFiles() throws IOException {
    Map<String, Long> counts = zipf(3000);
    MappedVocabulary one = SectionFixture.vocabulary(directory, counts);
    for (int parts : new int[] {3, 7}) {
      Path several = Files.createDirectory(directory.resolve("of" + parts));
      SectionFixture.write(several, parts, counts);
      Files.writeString(
          several.resolve(VocabularyHeader.FILE), SectionFixture.header(counts).toJson());
      MappedVocabulary vocabulary = MappedVocabulary.open(several);
      assertThat(vocabulary.size()).isEqualTo(one.size());
      for (int id = 0; id < one.size(); id++) {
        assertThat(vocabulary.word(id)).isEqualTo(one.word(id));
      }
    }
  }

  @Test
  void aLimitTurnsTheRestIntoUnknownWords() throws IOException {
    Map<String, Long> counts = zipf(1000);
    List<Path> parts = SectionFixture.write(directory, 2, counts);
    List<VocabularyFile> files =
        List.of(VocabularyFile.open(parts.get(0)), VocabularyFile.open(parts.get(1)));
    int[] kept =
        VocabularyLimit.wordsKept(files.stream().flatMap(f -> f.sections().stream()).toList(), 100);
    MappedVocabulary vocabulary =
        MappedVocabulary.of(
            files, SectionFixture.header(100, counts, IntStream.of(kept).boxed().toList()));

    // The counts of zipf fall with i and are different up to i = 100, so the first 100 words stay.
    assertThat(vocabulary.size()).isEqualTo(103);
    for (int i = 0; i < 1000; i++) {
      int id = id(vocabulary, "词" + Integer.toString(i, 36));
      assertThat(id >= SpecialWords.FIRST_WORD).isEqualTo(i < 100);
    }
    for (IdRange range : vocabulary.ranges()) {
      assertThat(
              IntStream.range(range.first(), range.first() + range.size())
                  .mapToLong(vocabulary::count)
                  .sum())
          .isEqualTo(range.tokens());
    }
  }

  @Test
  void refusesADirectoryWithoutAVocabulary() {
    assertThatThrownBy(() -> MappedVocabulary.open(directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no vocabulary in " + directory);
  }

  @Test
  void refusesAMissingPartFile() throws IOException {
    Map<String, Long> counts = zipf(100);
    List<Path> parts = SectionFixture.write(directory, 3, counts);
    Files.writeString(
        directory.resolve(VocabularyHeader.FILE), SectionFixture.header(counts).toJson());
    Files.delete(parts.get(1));
    assertThatThrownBy(() -> MappedVocabulary.open(directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("but its header says 100");
  }

  @Test
  void refusesAPartitionThatStandsTwice() throws IOException {
    Map<String, Long> counts = zipf(100);
    Path part = SectionFixture.write(directory, 1, counts).get(0);
    Files.copy(part, directory.resolve("part-r-00001"));
    Files.writeString(
        directory.resolve(VocabularyHeader.FILE), SectionFixture.header(counts).toJson());
    assertThatThrownBy(() -> MappedVocabulary.open(directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("stands in two part files");
  }

  @Test
  void wordsStayReadableAfterTheFilesAreDeleted() throws IOException {
    Random random = new Random(4);
    Map<String, Long> counts = zipf(200);
    MappedVocabulary vocabulary = SectionFixture.vocabulary(directory, counts);
    Files.delete(directory.resolve("part-r-00000"));
    int id = 3 + random.nextInt(200);
    assertThat(id(vocabulary, word(vocabulary, id))).isEqualTo(id);
  }
}
