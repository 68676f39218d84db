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
import org.junit.jupiter.params.provider.ValueSource;
import org.ngramjob.failure.Failure;

class VocabularyHeaderTest {
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
    assertThat(VocabularyHeader.fromJson(limited.toJson())).isEqualTo(limited);
    assertThat(VocabularyHeader.fromJson(header(List.of()).toJson())).isEqualTo(header(List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{}", "{\"version\": 1}", "{\"version\": \"x\"}", "null"})
  void refusesWhatIsNoHeader(String json) {
    assertThatThrownBy(() -> VocabularyHeader.fromJson(json))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("make");
  }

  @Test
  void refusesAnotherVersion() {
    String json = header(List.of()).toJson().replace("\"version\": 1", "\"version\": 2");
    assertThatThrownBy(() -> VocabularyHeader.fromJson(json))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "the vocabulary has format 2, this program reads format 1: make it again with the"
                + " vocabulary command");
  }
}
