// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

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
}
