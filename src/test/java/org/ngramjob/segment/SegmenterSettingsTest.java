// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ngramjob.failure.ExitCode;
import org.ngramjob.failure.Failure;

class SegmenterSettingsTest {
  @ParameterizedTest
  @CsvSource({"jieba, punctuation", "whitespace, line", "character, punctuation"})
  void eachEngineHasItsOwnRuleForSentences(String engine, String sentences) {
    assertThat(SegmenterSettings.of(engine).sentences()).hasToString(sentences);
    assertThat(SegmenterSettings.of(engine).punctuation()).isEqualTo(PunctuationRule.KEEP);
  }

  @Test
  void survivesTheWayThroughAMap() {
    SegmenterSettings settings = SegmenterSettings.parse("character", "line", "drop");
    assertThat(settings.toMap())
        .containsExactly(
            Map.entry("punctuation", "drop"),
            Map.entry("segmenter", "character"),
            Map.entry("sentences", "line"));
    assertThat(SegmenterSettings.fromMap(settings.toMap())).isEqualTo(settings);
    SegmenterSettings withWords =
        new SegmenterSettings("jieba", SentenceRule.LINE, PunctuationRule.KEEP, "0123456789abcdef");
    assertThat(SegmenterSettings.fromMap(withWords.toMap())).isEqualTo(withWords);
  }

  @Test
  void unknownWordsAreUsageErrorsThatNameTheChoices() {
    usage(() -> SegmenterSettings.of("hanlp"), "--segmenter 'hanlp'", "jieba, whitespace");
    usage(() -> SegmenterSettings.parse("jieba", "page", null), "'page'", "line or punctuation");
    usage(() -> SegmenterSettings.parse("jieba", null, "no"), "--punctuation 'no'", "keep or drop");
    usage(() -> SegmenterSettings.parse("jieba", "LINE", null), "'LINE'");
  }

  @Test
  void aUserDictionaryNeedsAnEngineThatUsesIt() {
    usage(
        () ->
            new SegmenterSettings(
                "whitespace", SentenceRule.LINE, PunctuationRule.KEEP, "0123456789abcdef"),
        "--user-dict has no effect on --segmenter whitespace");
  }

  @Test
  void aMapThatLacksAnEntryIsBadInput() {
    assertThatThrownBy(() -> SegmenterSettings.fromMap(Map.of("segmenter", "jieba")))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.BAD_INPUT))
        .hasMessageContaining("lack 'sentences'");
  }

  private static void usage(Runnable action, String... parts) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessageContainingAll(parts);
  }
}
