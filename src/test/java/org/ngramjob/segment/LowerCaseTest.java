// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerCaseTest {
  /** What is in a word, or not, by both rules. */
  private static final String ALIKE = "ΣΣσςΑαИZé İı,汉。";

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '`',
      // What Python's str.lower says, which has Unicode's rule too.
      value = {
        "ΑΣ=ας",
        "Σ=σ",
        "ΣΣΣ=σσς",
        "ΑΣΒ=ασβ",
        "ΑΣ Β=ας β",
        "ΑΣ,Β=ας,β",
        "汉ΑΣ汉=汉ας汉",
        "Α汉Σ=α汉σ",
        // Ignored: punctuation that stands in words, marks, format characters and modifiers.
        "ΑΣ.Β=ασ.β",
        "Α.Σ=α.ς",
        "ΑΣ:Β=ασ:β",
        "Α'Σ’=α'ς’",
        "ΑΣ·Β=ασ·β",
        "ΑΣ‧Β=ασ‧β",
        "ΑΣ\u055FΒ=ασ\u055Fβ",
        "ΑΣ\u05F4Β=ασ\u05F4β",
        "Α\u0301Σ\u0301=α\u0301ς\u0301",
        "Α\u0301Σ\u0301Β=α\u0301σ\u0301β",
        "Α\u200BΣ=α\u200Bς",
        "ΑΣ\u00ADΒ=ασ\u00ADβ",
        "ΑΣ^Β=ασ^β",
        "ΑΣ🏻Β=ασ🏻β",
        // Not ignored, but part of the word to the JDK.
        "Α1Σ=α1σ",
        "ΑΣ1Β=ας1β",
        "Α-Σ=α-σ",
        "ΑΣ-Β=ας-β",
        // Deseret has case: 𐐀 is the capital of 𐐨.
        "𐐀Σ=𐐨ς",
        "汉𐐀Σ=汉𐐨ς",
        "Σ𐐀=σ𐐨",
        "ΑΣ𐐀=ασ𐐨",
        "İΣ=i\u0307ς",
        "İSTANBUL=i\u0307stanbul",
      })
  void aSigmaIsFinalAtTheEndOfAWord(String text, String lower) {
    assertThat(LowerCase.of(text)).isEqualTo(lower);
  }

  @Test
  void eachCharacterByItselfIsAsInTheJdk() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      if (!LowerCase.of(text).equals(text.toLowerCase(Locale.ROOT))) {
        assertThat(LowerCase.of(text)).as("U+%04X", c).isEqualTo(text.toLowerCase(Locale.ROOT));
      }
    }
  }

  @Test
  void lettersAndSpacesAreAsInTheJdk() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(ALIKE.charAt(random.nextInt(ALIKE.length())));
      }
      assertThat(LowerCase.of(text)).isEqualTo(text.toString().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void looksAtEachCharacterAFewTimesOnly() {
    for (String part : new String[] {"Σ", "Σ.", ".", "Σ1", "αΣ....", "1....Σ"}) {
      CountingText text = new CountingText(part.repeat(1000) + "Σ");
      LowerCase.of(text);
      assertThat(text.looks).as(part).isBetween(1000L, 4L * text.length());
    }
  }

  /** Counts how often a character is asked for. */
  private static final class CountingText implements CharSequence {
    private final String text;
    private long looks;

    CountingText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
