// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void punctuationHasMathCurrencyAndModifierSymbolsButNoEmoji() {
    for (int codePoint : "，。“”《》—…·、!\"#%&'()*,-./:;?@[\\]_{}+<=>|~$¥€^`".codePoints().toArray()) {
      assertThat(CodePoints.isPunctuation(codePoint)).as("U+%04X", codePoint).isTrue();
    }
    for (int codePoint : "词a1é★℃©😀🏽❤〇々".codePoints().toArray()) {
      assertThat(CodePoints.isPunctuation(codePoint)).as("U+%04X", codePoint).isFalse();
    }
  }

  @Test
  void blanksAreSeparatorsControlsAndFormatCharacters() {
    for (int codePoint :
        " \t\u0000\u0085\u00A0\u00AD\u200B\u200D\u2029\u3000\uFEFF".codePoints().toArray()) {
      assertThat(CodePoints.isBlank(codePoint)).as("U+%04X", codePoint).isTrue();
    }
    assertThat(CodePoints.isBlank('\uFE0F')).isFalse();
    assertThat(CodePoints.isBlank('一')).isFalse();
  }
}
