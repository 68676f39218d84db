// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SegmentersTest {
  @Test
  void makesEachEngineItNames() {
    assertThat(Segmenters.names()).containsExactly("jieba", "whitespace", "character");
    for (String name : Segmenters.names()) {
      Segmenter segmenter = Segmenters.create(SegmenterSettings.of(name));
      assertThat(segmenter.fingerprint()).startsWith(name + "/");
      assertThat(segmenter).isNotSameAs(Segmenters.create(SegmenterSettings.of(name)));
    }
  }

  @Test
  void fingerprintsNeedNoUserDictionary() {
    UserDictionary words =
        UserDictionary.parse("平滑 100\n".getBytes(StandardCharsets.UTF_8), "words");
    SegmenterSettings settings = SegmenterSettings.of("jieba").withUserDictionary(words);
    assertThat(Segmenters.fingerprint(settings))
        .isEqualTo(Segmenters.create(settings, words).fingerprint());
  }

  @Test
  void namesAllThatCanChangeAToken() {
    SegmenterSettings settings = SegmenterSettings.of("whitespace");
    assertThat(Segmenters.determinants(settings))
        .containsAllEntriesOf(settings.toMap())
        .containsEntry("segmenter-fingerprint", "whitespace/1 sentences=line punctuation=keep")
        .hasSize(4);
  }
}
