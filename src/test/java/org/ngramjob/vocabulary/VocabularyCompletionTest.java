// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.SectionFixture;
import org.ngramjob.ngram.VocabularyHeader;
import org.ngramjob.segment.RecordedSegmenter;
import org.ngramjob.testing.FinishedJob;
import org.ngramjob.testing.LocalChain;
import org.ngramjob.trie.BucketTable;

/** Two part files with 10 sentences, in which stand 的 four times, 词性 three times and 是 once. */
class VocabularyCompletionTest {
  private static final Map<String, Long> WORDS = Map.of("的", 4L, "词性", 3L, "是", 1L);
  private static final Optional<byte[]> NO_DICTIONARY = Optional.empty();

  @TempDir private Path directory;
  private final Map<String, Long> reported = new LinkedHashMap<>();

  private VocabularyHeader complete(VocabularySettings settings, Map<String, Long> words)
      throws IOException {
    return complete(settings, words, NO_DICTIONARY);
  }

  private VocabularyHeader complete(
      VocabularySettings settings, Map<String, Long> words, Optional<byte[]> dictionary)
      throws IOException {
    SectionFixture.write(directory, 2, words, settings.minimumCount());
    TextOrigin origin =
        new TextOrigin(
            "logs",
            new TreeMap<>(Map.of("special-words", "skip")),
            "cut by hand",
            dictionary,
            new TreeMap<>(Map.of("overlong-lines", 7L)));
    org.apache.hadoop.fs.Path target = LocalChain.hadoop(directory);
    return new VocabularyCompletion(origin, settings, new FinishedJob(target, reported))
        .complete(target);
  }

  private VocabularyHeader written() throws IOException {
    return VocabularyHeader.fromJson(Files.readString(directory.resolve("header.json")), "header");
  }

  private BucketTable buckets() throws IOException {
    return BucketTable.fromBytes(Files.readAllBytes(directory.resolve("buckets")), "buckets");
  }

  @Test
  void addsUpTheParts() throws IOException {
    VocabularyHeader header = complete(VocabularySettings.DEFAULT, WORDS);
    assertThat(header)
        .isEqualTo(
            new VocabularyHeader(
                VocabularyHeader.VERSION,
                3,
                8,
                10,
                0,
                0,
                List.of(),
                "cut by hand",
                new TreeMap<>(
                    Map.of(
                        "special-words", "skip",
                        "min-word-count", "1",
                        "vocabulary-size", "all",
                        "bucket-weight", "automatic")),
                new TreeMap<>(Map.of("overlong-lines", 7L))));
    assertThat(written()).isEqualTo(header);
    assertThat(buckets()).isEqualTo(BucketTable.of(List.of(new int[0])));
    assertThat(reported)
        .containsExactly(
            entry("words", 3L),
            entry("tokens", 8L),
            entry("sentences", 10L),
            entry("unknown tokens", 0L),
            entry("buckets", 1L));
    assertThat(directory.resolve(RecordedSegmenter.USER_DICTIONARY)).doesNotExist();
    assertThat(directory.resolve(Lexicon.FILE)).doesNotExist();
  }

  /** What the reducers have left out, 是; then 词性 too, three tokens. */
  @Test
  void whatIsLeftOutIsUnknown() throws IOException {
    VocabularyHeader rare = complete(VocabularySettings.DEFAULT.withLimits(2, 0), WORDS);
    assertThat(rare.words()).isEqualTo(2);
    assertThat(rare.tokens()).isEqualTo(8);
    assertThat(rare.unknownTokens()).isEqualTo(1);
    assertThat(rare.unknownWords()).isEqualTo(1);
    assertThat(rare.wordsKept()).isEmpty();

    VocabularyHeader one = complete(VocabularySettings.DEFAULT.withLimits(2, 1), WORDS);
    assertThat(one.words()).isEqualTo(1);
    assertThat(one.tokens()).isEqualTo(8);
    assertThat(one.unknownTokens()).isEqualTo(4);
    assertThat(one.unknownWords()).isEqualTo(2);
    assertThat(one.wordsKept().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    assertThat(one.wordsKept().get(SectionFixture.partition("的"))).isEqualTo(1);
    assertThat(one.settings()).containsEntry("vocabulary-size", "1");
    assertThat(reported).containsEntry("words", 1L).containsEntry("unknown tokens", 4L);
  }

  @Test
  void aSizeThatHasRoomForAllCutsNothingOff() throws IOException {
    VocabularyHeader header = complete(VocabularySettings.DEFAULT.withLimits(1, 3), WORDS);
    assertThat(header.words()).isEqualTo(3);
    assertThat(header.wordsKept()).isEmpty();
  }

  /**
   * Buckets of 4 tokens: the beginnings of sentences, 10, fill one; 的, 4, another; 词性 and 是 the
   * last.
   */
  @Test
  void bucketsHaveTheWeightThatIsSet() throws IOException {
    complete(new VocabularySettings(1, 0, Lexicon.ANY, 4, 0), WORDS);
    assertThat(buckets())
        .isEqualTo(BucketTable.of(List.of(new int[0], new int[] {3}, new int[] {4})));
    assertThat(written().settings()).containsEntry("bucket-weight", "4");
    assertThat(reported).containsEntry("buckets", 3L);
  }

  @Test
  void keepsWhatItWasMadeWith() throws IOException {
    Lexicon list = Lexicon.parse("词性 的".getBytes(UTF_8), "list");
    byte[] dictionary = "词性 5".getBytes(UTF_8);
    VocabularyHeader header =
        complete(
            VocabularySettings.DEFAULT.withWordList(list),
            Map.of("的", 4L),
            Optional.of(dictionary));
    assertThat(header.settings()).containsEntry("word-list", list.hash());
    assertThat(directory.resolve("word-list")).hasBinaryContent(list.content());
    assertThat(directory.resolve("user-dictionary")).hasBinaryContent(dictionary);
    assertThat(reported).containsEntry("listed words", 2L);
  }

  @Test
  void limitsThatLeaveNoWordAreRefused() throws IOException {
    assertRefused(
        VocabularySettings.DEFAULT.withLimits(9, 0),
        "no word of input logs occurs 9 times: lower --min-word-count");
    Lexicon list = Lexicon.parse("词性".getBytes(UTF_8), "list");
    assertRefused(
        VocabularySettings.DEFAULT.withLimits(5, 0).withWordList(list),
        "no word of input logs is in the --word-list and occurs 5 times: does it hold words as cut by"
            + " hand cuts them?");
    assertThat(directory.resolve("header.json")).doesNotExist();
    assertThat(directory.resolve("buckets")).doesNotExist();
  }

  private void assertRefused(VocabularySettings settings, String message) {
    assertThatThrownBy(() -> complete(settings, WORDS))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessage(message);
  }

  /** Whether that may be has been decided before. */
  @Test
  void aTextWithoutWordsHasNone() throws IOException {
    VocabularyHeader header = complete(VocabularySettings.DEFAULT, Map.of());
    assertThat(header.words()).isZero();
    assertThat(header.tokens()).isZero();
    assertThat(buckets().size()).isEqualTo(1);
  }
}
