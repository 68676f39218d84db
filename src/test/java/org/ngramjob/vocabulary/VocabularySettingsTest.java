// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;
import org.ngramjob.ngram.Lexicon;
import org.ngramjob.ngram.VocabularyHeader;

class VocabularySettingsTest {
  @Test
  void travelInAConfiguration() {
    Configuration configuration = new Configuration();
    assertThat(VocabularySettings.readFrom(configuration)).isEqualTo(VocabularySettings.DEFAULT);
    VocabularySettings settings = new VocabularySettings(2, 3_000_000_000L, Lexicon.ANY, 4, 5);
    settings.writeTo(configuration);
    assertThat(VocabularySettings.readFrom(configuration)).isEqualTo(settings);
  }

  @Test
  void refuseAConfigurationThatIsNoNumber() {
    Configuration configuration = new Configuration();
    configuration.set("ngramjob.vocabulary.counter-memory", "16m");
    assertThat(VocabularySettings.readFrom(configuration).counterMemory()).isEqualTo(16 << 20);
    configuration.set("ngramjob.vocabulary.counter-memory", "much");
    assertThatThrownBy(() -> VocabularySettings.readFrom(configuration))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContaining("ngramjob.vocabulary.counter-memory");
  }

  @Test
  void nameWhatChangesTheResultAndNothingElse() {
    assertThat(VocabularySettings.DEFAULT.toMap())
        .containsEntry("min-word-count", "1")
        .containsEntry("vocabulary-size", "all")
        .containsEntry("bucket-weight", "automatic")
        .hasSize(3);
    assertThat(new VocabularySettings(2, 3, Lexicon.ANY, 4, 5).toMap())
        .containsEntry("min-word-count", "2")
        .containsEntry("vocabulary-size", "3")
        .containsEntry("bucket-weight", "4");
  }

  /** Beside what was chosen about the text. */
  @Test
  void nameAWordListWhereThereIsOne() {
    Lexicon words = Lexicon.parse("a b".getBytes(UTF_8), "words");
    VocabularySettings listed = VocabularySettings.DEFAULT.withWordList(words);
    assertThat(listed.limits()).containsEntry("word-list", words.hash()).hasSize(3);
    assertThat(listed.withLimits(2, 0).wordList()).isEqualTo(words);

    SortedMap<String, String> all = new TreeMap<>(listed.withLimits(2, 0).toMap());
    all.put("segmenter", "jieba");
    VocabularyHeader header =
        new VocabularyHeader(1, 2, 3, 1, 0, 0, List.of(), "jieba 1", all, new TreeMap<>());
    assertThat(VocabularySettings.ofText(header)).isEqualTo(Map.of("segmenter", "jieba"));
    assertThat(VocabularySettings.limitsOf(header))
        .isEqualTo(Map.of("min-word-count", "2", "word-list", words.hash()));
  }

  @Test
  void takeLimitsAsTheyWereRecorded() {
    VocabularySettings limited = new VocabularySettings(2, 3, Lexicon.ANY, 4, 5);
    assertThat(new VocabularySettings(7, 8, Lexicon.ANY, 4, 5).withLimits(limited.limits()))
        .isEqualTo(limited);
    assertThat(VocabularySettings.DEFAULT.withLimits(VocabularySettings.DEFAULT.limits()))
        .isEqualTo(VocabularySettings.DEFAULT);
    assertThat(limited.withLimits(Map.of()))
        .isEqualTo(new VocabularySettings(1, 0, Lexicon.ANY, 4, 5));
    assertThatThrownBy(() -> limited.withLimits(Map.of("vocabulary-size", "few")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("vocabulary-size few");
  }

  @Test
  void refuseValuesThatMakeNoSenseAsUsage() {
    assertThatThrownBy(() -> VocabularySettings.DEFAULT.withLimits(0, 0))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage("--min-word-count (0) must be at least 1");
    assertThatThrownBy(() -> VocabularySettings.DEFAULT.withLimits(1, -1))
        .hasMessageContaining("--vocabulary-size (-1)");
    assertThatThrownBy(() -> new VocabularySettings(1, 0, Lexicon.ANY, -1, 0))
        .hasMessageContaining("bucket-weight (-1)");
  }
}
