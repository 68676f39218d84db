// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

/** What goes together and what does not, from headers alone. */
class PartsTest {
  @TempDir private static Path directory;
  private static Path counts;

  @BeforeAll
  static void count() throws IOException {
    counts = new Days(directory.resolve("days"), 2).count("a b\n");
  }

  /** Headers like those of the counts, with one place changed. */
  private static Path like(String file, String from, String to) throws IOException {
    Path copy = Files.createTempDirectory(directory, "copy");
    Files.createDirectory(copy.resolve("vocabulary"));
    for (String name : List.of("header.json", "vocabulary/header.json")) {
      String text = Files.readString(counts.resolve(name));
      if (name.equals(file)) {
        assertThat(text).contains(from);
        text = text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
      }
      Files.writeString(copy.resolve(name), text);
    }
    return copy;
  }

  private static Parts read(Path... parts) throws IOException {
    return Parts.read(Days.hadoop(List.of(parts)), List.of(), new Configuration());
  }

  @Test
  void countsOfTheSameKindGoTogether() throws IOException {
    Path other =
        like(
            "vocabulary/header.json",
            "\"bucket-weight\": \"automatic\"",
            "\"bucket-weight\": \"7\"");
    assertThat(read(counts, other).order().n()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "segmenter, whitespace, character",
    "sentences, line, punctuation",
    "punctuation, keep, drop",
    "special-words, skip, fail",
    "max-line-bytes, 1048576, 99"
  })
  void textThatWasCutInAnotherWayDoesNot(String name, String from, String to) throws IOException {
    Path other =
        like(
            "vocabulary/header.json",
            "\"%s\": \"%s\"".formatted(name, from),
            "\"%s\": \"%s\"".formatted(name, to));
    assertThatThrownBy(() -> read(counts, other))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining(counts + " and ")
        .hasMessageContaining(
            other
                + " do not go together: %s is %s in the first, %s in the second"
                    .formatted(name, from, to));
  }

  @Test
  void anotherFingerprintDoesNot() throws IOException {
    Path other = like("vocabulary/header.json", "whitespace/", "whitespace/9");
    assertThatThrownBy(() -> read(counts, other))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("fingerprint is whitespace/");
  }

  @Test
  void aUserDictionaryOnOneSideDoesNot() throws IOException {
    Path other =
        like(
            "vocabulary/header.json",
            "\"special-words\"",
            "\"user-dict\": \"0123456789abcdef\", \"special-words\"");
    assertThatThrownBy(() -> read(counts, other))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("user-dict is none in the first, 0123456789abcdef in the second");
  }

  @Test
  void anotherOrderDoesNot() throws IOException {
    Path other = new Days(directory.resolve("three"), 3).count("a b\n");
    assertThatThrownBy(() -> read(counts, other))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("order is 2 in the first, 3 in the second");
  }

  @Test
  void wordsLeftOutCannotBeAddedUp() throws IOException {
    Path limited =
        new Days(directory.resolve("limited"), 2)
            .with("ngramjob.vocabulary.min-word-count", 2)
            .count("a a b\n");
    assertThatThrownBy(() -> read(limited))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining(limited + " leaves out 1 words {min-word-count=2}");
  }

  /** Its days cannot be taken away: what to do about it is not only a matter of counting. */
  @Test
  void aWindowThatWasMergedWithLimitsDoesNotSlide() throws IOException {
    Days days = new Days(directory.resolve("window"), 2);
    Path[] each = days.countEach("a a b\n", "a c\n");
    Path window = days.with("ngramjob.vocabulary.min-word-count", 2).merge(each);
    assertThatThrownBy(
            () ->
                Parts.read(
                    Days.hadoop(List.of(window)),
                    Days.hadoop(List.of(each[0])),
                    new Configuration()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("neither added up nor taken away; count or merge it without limits");
  }

  /** A limit that left nothing out is none. */
  @Test
  void aLimitThatLeftNothingOutIsNone() throws IOException {
    Path all =
        new Days(directory.resolve("all"), 2)
            .with("ngramjob.vocabulary.min-word-count", 2)
            .count("a a b b\n");
    assertThat(read(all, counts).order().n()).isEqualTo(2);
  }

  @Test
  void theVocabularyOfAnotherTextIsRefused() throws IOException {
    Path other = like("vocabulary/header.json", "\"tokens\": 2", "\"tokens\": 3");
    assertThatThrownBy(() -> read(counts, other))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(other + " was counted with the vocabulary of another text");
  }

  @Test
  void noneIsNamedTwice() {
    assertThatThrownBy(() -> read(counts, counts))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(counts + " is named twice");
  }

  @Test
  void noneIsNamedASecondTimeThroughALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("latest"), counts);
    assertThatThrownBy(
            () ->
                Parts.read(
                    Days.hadoop(List.of(counts)), Days.hadoop(List.of(link)), new Configuration()))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining(counts + " and file:" + link + " are one directory");
  }

  @Test
  void whatIsNoDirectoryOfCountsIsRefused() {
    assertThatThrownBy(() -> read(directory))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no counts in ");
  }
}
