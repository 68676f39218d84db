// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {
  @Test
  void islandsAndFoldedCharactersTogetherAreTheNormalForm() {
    Random random = new Random(4);
    for (int i = 0; i < 30_000; i++) {
      String text = FuzzText.line(random, 20);
      assertThat(normalised(text)).as(text).isEqualTo(Normaliser.normalise(text));
    }
  }

  @Test
  void aLongIslandIsCutWhereNothingCombines() {
    // Kana with combining voice marks, 6 bytes a pair: cut after 4,096 bytes, between two pairs.
    String text = "か\u3099".repeat(5000);
    assertThat(normalised(text)).isEqualTo("が".repeat(5000));
  }

  private static String normalised(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    Stretch stretch = new Stretch();
    stretch.begin(0);
    for (int at = 0; at < utf8.length; ) {
      int size = Utf8.length(utf8[at], at, utf8.length);
      char c = size < 4 ? (char) Utf8.codePoint(utf8, at, size) : Character.MIN_HIGH_SURROGATE;
      byte kind = FoldTable.kind(c);
      stretch.add(utf8, at, c, kind == FoldTable.BLANK ? FoldTable.OTHER : kind);
      at += size;
    }
    stretch.end(utf8, utf8.length);
    return new String(stretch.characters(), 0, stretch.length());
  }
}
