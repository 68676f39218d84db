// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.VocabularyHeader;

class RecordedSegmenterTest {
  private static final UserDictionary WORDS =
      UserDictionary.parse("平滑 50000\n算法 50000\n平滑算法\n＃ 3".getBytes(UTF_8), "words.txt");

  @TempDir private Path vocabulary;
  private SegmenterSettings settings;

  @BeforeEach
  void writeTheWords() throws IOException {
    settings = SegmenterSettings.of("jieba").withUserDictionary(WORDS);
    Files.write(vocabulary.resolve(RecordedSegmenter.USER_DICTIONARY), WORDS.content());
  }

  @Test
  void cutsAsTheOneThatMadeTheVocabulary() throws IOException {
    Segmenter made = Segmenters.create(settings, WORDS);
    Segmenter recorded =
        RecordedSegmenter.open(vocabulary, header(made.fingerprint(), settings.toMap()));
    assertThat(recorded.fingerprint()).isEqualTo(made.fingerprint());
    assertThat(RecordingSink.segmented(recorded, "平滑算法")).isEqualTo("平滑算法 |");
  }

  @Test
  void refusesTheWeightsOfAnEarlierVersion() {
    // printf '＃ 3\n平滑 50000\n平滑算法\n算法 50000\n' | sha256sum, in the order of the words'
    // normal form: what was recorded when words without frequency were weighed by themselves.
    SortedMap<String, String> map = new TreeMap<>(settings.toMap());
    map.put("user-dict", "1267215d74cbb131");
    assertThatThrownBy(() -> RecordedSegmenter.open(vocabulary, header("jieba/1 …", map)))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContainingAll("user-dictionary", "1267215d74cbb131", "make", "again")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAnotherFingerprint() {
    assertThatThrownBy(
            () -> RecordedSegmenter.open(vocabulary, header("jieba/0 …", settings.toMap())))
        .hasMessageContainingAll("was made with the segmenter jieba/0", "make it again");
  }

  /** A Java of any release: one of Unicode's versions has a dot in its number. */
  @ParameterizedTest
  @ValueSource(strings = {"-unicode12", "-unicode15.1"})
  void asksForAnotherJavaWhereOnlyUnicodeDiffers(String unicode) {
    String other =
        Segmenters.create(settings, WORDS).fingerprint().replaceAll("-unicode[^ ]+", unicode);
    assertThatThrownBy(() -> RecordedSegmenter.open(vocabulary, header(other, settings.toMap())))
        .hasMessageContainingAll(unicode, "use a Java as old or new as the one that made it");
  }

  private static VocabularyHeader header(String fingerprint, SortedMap<String, String> settings) {
    return new VocabularyHeader(
        VocabularyHeader.VERSION, 0, 0, 0, 0, 0, List.of(), fingerprint, settings, new TreeMap<>());
  }
}
