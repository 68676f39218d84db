// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.ngram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpecialWordsTest {
  private static int idOf(String word) {
    byte[] utf8 = ("<" + word + ">").getBytes(UTF_8);
    return SpecialWords.idOf(utf8, 1, utf8.length - 1);
  }

  @Test
  void findsEachFormWithinItsRangeOnly() {
    byte[] text = "<s></s><unk><S><s".getBytes(UTF_8);
    assertThat(SpecialWords.startingAt(text, 0, text.length)).isEqualTo(SpecialWords.BEGIN);
    assertThat(SpecialWords.startingAt(text, 3, text.length)).isEqualTo(SpecialWords.END);
    assertThat(SpecialWords.startingAt(text, 7, 12)).isEqualTo(SpecialWords.UNKNOWN);
    assertThat(SpecialWords.startingAt(text, 7, 11)).isEqualTo(-1);
    assertThat(SpecialWords.startingAt(text, 12, text.length)).isEqualTo(-1);
    assertThat(SpecialWords.startingAt(text, 15, text.length)).isEqualTo(-1);
    assertThat(SpecialWords.startingAt(text, text.length, text.length)).isEqualTo(-1);
  }

  @Test
  void knowsWholeFormsOnly() {
    assertThat(idOf("<unk>")).isEqualTo(SpecialWords.UNKNOWN);
    assertThat(idOf("<s>")).isEqualTo(SpecialWords.BEGIN);
    assertThat(idOf("</s>")).isEqualTo(SpecialWords.END);
    assertThat(idOf("<s>s")).isEqualTo(-1);
    assertThat(idOf("<s")).isEqualTo(-1);
    assertThat(idOf("<UNK>")).isEqualTo(-1);
    assertThat(idOf("s")).isEqualTo(-1);
    assertThat(idOf("")).isEqualTo(-1);
  }

  @Test
  void writesForms() {
    assertThat(SpecialWords.utf8(SpecialWords.END)).asString(UTF_8).isEqualTo("</s>");
    assertThat(SpecialWords.length(SpecialWords.UNKNOWN)).isEqualTo(5);
    SpecialWords.utf8(SpecialWords.END)[0] = 'x';
    assertThat(SpecialWords.utf8(SpecialWords.END)[0]).isEqualTo((byte) '<');
  }
}
