// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {
  /** What decides about sigmas, and what combines with what. */
  private static final String[] TOUCHY = {
    "Σ",
    "Σ",
    "α",
    "A",
    "𐐀",
    "汉",
    "龦",
    "𠮷",
    "1",
    "-",
    ".",
    "'",
    "…",
    "\u00AD",
    "\u0301",
    "\u0323",
    "か",
    "\u3099",
    "ｶ",
    "ﾞ",
    "ᄀ",
    "ᅡ",
    "ᆨ",
    "ﾡ",
    "ￂ",
    "न",
    "\u093C",
    "\uD834\uDD65",
    "\uD834\uDD57"
  };

  @Test
  void islandsAndFoldedCharactersTogetherAreTheNormalForm() {
    Random random = new Random(4);
    for (int i = 0; i < 30_000; i++) {
      String text = FuzzText.line(random, 20);
      assertThat(normalised(text)).as(text).isEqualTo(Normaliser.normalise(text));
    }
  }

  @Test
  void theWholeLineSaysWhatNeighboursDo() {
    Random random = new Random(10);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(10); length > 0; length--) {
        text.append(TOUCHY[random.nextInt(TOUCHY.length)]);
      }
      String line = text.toString();
      assertThat(normalised(line)).as(line).isEqualTo(Normaliser.normalise(line));
    }
  }

  @Test
  void theLengthOfAnIslandDoesNotMatter() {
    assertThat(normalised("か\u3099".repeat(5000))).isEqualTo("が".repeat(5000));
    assertThat(normalised("ｶﾞ".repeat(5000))).isEqualTo("ガ".repeat(5000));
    assertThat(normalised("x" + "ᄀ".repeat(2) + "각".repeat(5000)))
        .isEqualTo("xᄀᄀ" + "각".repeat(5000));
    assertThat(normalised("ΑΣ".repeat(20_000))).isEqualTo("ασ".repeat(19_999) + "ας");
    assertThat(normalised("e\u0301\u0323".repeat(9000))).isEqualTo("ẹ\u0301".repeat(9000));
  }

  @Test
  void marksBeyondAnyTextAreSortedInParts() {
    // Below (class 220) comes before above (230); 128 marks are 64 of each.
    String part = "\u0323".repeat(64) + "\u0301".repeat(64);
    assertThat(normalised("x" + "\u0301\u0323".repeat(64))).isEqualTo("x" + part);
    assertThat(normalised("x" + "\u0301\u0323".repeat(64_000))).isEqualTo("x" + part.repeat(1000));
    // The voice mark has class 8, the stem of a note (U+1D165) 216 and its dot (U+1D16D) 226.
    String voices = "\u3099".repeat(64) + "\u0301".repeat(64);
    assertThat(normalised("x" + "\u0301ﾞ".repeat(640))).isEqualTo("x" + voices.repeat(10));
    String notes = "\uD834\uDD65".repeat(64) + "\uD834\uDD6D".repeat(64);
    assertThat(normalised("x" + "\uD834\uDD6D\uD834\uDD65".repeat(640)))
        .isEqualTo("x" + notes.repeat(10));
  }

  @Test
  void onlyTheHalfWidthVoiceMarksBecomeMarksWithoutBeingSome() {
    StringBuilder found = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean hidden =
          !CodePoints.isCombiningMark(c)
              && Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                  .codePoints()
                  .allMatch(CodePoints::isCombiningMark);
      found.append(hidden ? Character.toString(c) : "");
    }
    assertThat(found.toString()).isEqualTo("ﾞﾟ");
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
