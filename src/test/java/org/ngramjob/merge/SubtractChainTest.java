// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.testing.SameCounts;

/** Days taken away in the local runner, against counting what stays at once. */
class SubtractChainTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 2", "3, 3", "7, 5"})
  void whatStaysIsCountedAtOnce(int number, int order) throws IOException {
    Days days = new Days(directory, order);
    String[] texts = Days.texts(number, order);
    Path window = days.count(texts);
    String[] stay = Arrays.copyOfRange(texts, 1, number);
    SameCounts.check(days.subtract(window, days.count(texts[0])), days.count(stay));
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "3, 40", "5, 7"})
  void bucketsAreThoseOfWhatStays(int order, int weight) throws IOException {
    Days days = new Days(directory, order).with("ngramjob.vocabulary.bucket-weight", weight);
    String[] texts = Days.texts(4, order);
    Path window = days.count(texts);
    Path[] gone = days.countEach(texts[0], texts[3]);
    days.with("mapreduce.job.reduces", 5)
        .with("ngramjob.count.buffer-tokens", 40)
        .with("ngramjob.count.block-bytes", 50)
        .with("ngramjob.store.split-bytes", 500);
    SameCounts.check(days.subtract(window, gone), days.count(texts[1], texts[2]));
  }

  /** Days without a common word, of the same words, without words, and all there is. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void daysOfAllKinds(int order) throws IOException {
    String[][] weeks = {
      {"a b a\nc\n", "词 性\n\n性 词 词\n"},
      {"a b a\nc\n", "a b a\nc\n"},
      {"a b a\nc\n", "\n\n"},
      {"\n", ""},
      {"", "a b a\nc\n"}
    };
    Days days = new Days(directory, order).with("ngramjob.vocabulary.bucket-weight", 2);
    for (String[] texts : weeks) {
      SameCounts.check(
          days.subtract(days.count(texts), days.count(texts[0])), days.count(texts[1]));
    }
  }

  /** A window of three days, slid over six: the day that leaves goes, the new one comes. */
  @Test
  void aWindowSlides() throws IOException {
    Days days = new Days(directory, 3).with("ngramjob.vocabulary.bucket-weight", 60);
    String[] texts = Days.texts(6, 3);
    Path[] counts = days.countEach(texts);
    Path window = days.merge(counts[0], counts[1], counts[2]);
    for (int day = 3; day < 6; day++) {
      window = days.merge(days.subtract(window, counts[day - 3]), counts[day]);
      SameCounts.check(window, days.count(Arrays.copyOfRange(texts, day - 2, day + 1)));
    }
  }

  private static void assertRefused(ThrowingCallable work, Path part, Path whole, String... why) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining(part + " is no part of ")
        .hasMessageContaining(whole + ": ")
        .hasMessageContainingAll(why)
        .hasMessageContaining("take away only what was added, once");
  }

  @Test
  void aWordThatIsNotThereIsRefused() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a b\na c\n");
    Path part = days.count("a d\n");
    assertRefused(
        () -> days.subtract(whole, part), part, whole, "the word d 1 times, the latter 0 times");
  }

  @Test
  void aWordThatIsRarerIsRefused() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a b\na c\n");
    Path part = days.count("a a a\n");
    assertRefused(
        () -> days.subtract(whole, part), part, whole, "the word a 3 times, the latter 2 times");
  }

  @Test
  void moreSentencesAreRefused() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a b a c\n");
    Path part = days.count("a\nb\n");
    assertRefused(() -> days.subtract(whole, part), part, whole, "sentence ends 2 times");
  }

  /** All words are there, but never one after the other. */
  @Test
  void anNgramThatIsNotThereIsRefused() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a b\nb c\nd c\na d\n");
    Path part = days.count("a c\n");
    assertRefused(
        () -> days.subtract(whole, part), part, whole, "the n-gram \"a c\" 1 times, the latter 0");
  }

  /** The words x and y are gone, and so is what was between them, but in another order. */
  @Test
  void ngramsOfWordsThatAreGoneAreCompared() throws IOException {
    Days days = new Days(directory, 3);
    Path whole = days.count("a x y a\nb\n");
    Path part = days.count("a y x a\n");
    assertRefused(() -> days.subtract(whole, part), part, whole, "n-gram \"");
  }

  /** What is no word was left out of the text, and is in no n-gram. */
  @Test
  void moreSkippedWordsAreRefused() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a\nb\n");
    Path part = days.count("a <s>\n");
    assertRefused(() -> days.subtract(whole, part), part, whole, "it skipped more special-words");
  }

  /** Each day has as many as the window: it is of no day in particular that there are too many. */
  @Test
  void moreSkippedWordsThanThereAreNameAllThatIsTaken() throws IOException {
    Days days = new Days(directory, 2);
    Path whole = days.count("a <s>\na\n");
    Path first = days.count("a <s>\n");
    Path second = days.count("a <s>\n");
    assertThatThrownBy(() -> days.subtract(whole, first, second))
        .hasMessage(
            "file:%s,file:%s is no part of file:%s: it skipped more special-words;"
                    .formatted(first, second, whole)
                + " take away only what was added, once");
  }

  @Test
  void skippedWordsAreTakenAwayToo() throws IOException {
    Days days = new Days(directory, 2);
    String[] texts = {"a <s>\n", "a b\n<s> c <unk>\n"};
    Path left = days.subtract(days.count(texts), days.count(texts[0]));
    SameCounts.check(left, days.count(texts[1]));
    assertThat(Files.readString(left.resolve("vocabulary/header.json")))
        .contains("\"special-words\": 2");
  }

  @Test
  void theSameDayTwiceIsRefused() throws IOException {
    Days days = new Days(directory, 3);
    String[] texts = Days.texts(2, 3);
    Path[] counts = days.countEach(texts);
    Path left = days.subtract(days.merge(counts), counts[0]);
    assertRefused(() -> days.subtract(left, counts[0]), counts[0], left, "the word ");
  }
}
