// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;

class VocabularyHeaderTest {
  /** Gson puts a line feed before its link, and quotes the text around the place with its own. */
  @Test
  void whatIsNoJsonIsRefusedInOneLine() {
    for (String text :
        new String[] {"{\"version\"#: 1,\n  \"words\": 2}", "\"words\"", "[1]", "}"}) {
      assertThatThrownBy(() -> VocabularyHeader.fromJson(text, "v/header.json"))
          .isInstanceOf(Failure.class)
          .message()
          .startsWith("damaged vocabulary header v/header.json: ")
          .endsWith("; make the vocabulary again with the vocabulary command")
          .doesNotContain("\n", "http");
    }
  }

  private static VocabularyHeader header(List<Integer> kept) {
    return new VocabularyHeader(
        VocabularyHeader.VERSION,
        5,
        9_000_000_000L,
        3,
        2,
        1,
        kept,
        "whitespace 1",
        new TreeMap<>(Map.of("min-word-count", "2", "segmenter", "whitespace")),
        new TreeMap<>(Map.of("long lines", 4L)));
  }

  @Test
  void survivesJson() {
    VocabularyHeader limited = header(Collections.nCopies(64, 7));
    assertThat(VocabularyHeader.fromJson(limited.toJson(), "h")).isEqualTo(limited);
    assertThat(VocabularyHeader.fromJson(header(List.of()).toJson(), "h"))
        .isEqualTo(header(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"version\": 1}", "{\"version\": \"x\"}", "null"})
  void refusesWhatIsNoHeader(String json) {
    assertThatThrownBy(() -> VocabularyHeader.fromJson(json, "v/header.json"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("make");
  }

  /** A field that is lost once ended in an error of Java's, where the model was asked. */
  @ParameterizedTest
  @CsvSource({
    "segmenter\": \"whitespace 1, segmentex\": \"whitespace 1, segmenter is missing",
    "settings, settingz, settings is missing",
    "skipped, skippef, skipped is missing",
    "wordsKept, wordskept, wordsKept is missing",
    "\"2\", null, settings holds null",
    "tokens\": 9000000000, tokens\": 4, 0 <= words (5) <= tokens (4)",
  })
  void refusesWhatItCannotUse(String good, String bad, String why) {
    String json = header(List.of()).toJson();
    assertThat(json).contains(good);
    assertThatThrownBy(() -> VocabularyHeader.fromJson(json.replace(good, bad), "v/header.json"))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("damaged vocabulary header v/header.json: " + why)
        .hasMessageEndingWith("; make the vocabulary again with the vocabulary command");
  }

  @Test
  void refusesAnotherVersion() {
    String json = header(List.of()).toJson().replace("\"version\": 1", "\"version\": 2");
    assertThatThrownBy(() -> VocabularyHeader.fromJson(json, "v/header.json"))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "the vocabulary has format 2, this program reads format 1: make it again with the"
                + " vocabulary command");
  }
}
