// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.SpecialWords;

class SpecialWordTextTest {
  @Test
  void findsEachFormWithinItsRangeOnly() {
    byte[] text = "<s></s><unk><S><s".getBytes(UTF_8);
    assertThat(SpecialWordText.startingAt(text, 0, text.length)).isEqualTo(SpecialWords.BEGIN);
    assertThat(SpecialWordText.startingAt(text, 3, text.length)).isEqualTo(SpecialWords.END);
    assertThat(SpecialWordText.startingAt(text, 7, 12)).isEqualTo(SpecialWords.UNKNOWN);
    assertThat(SpecialWordText.startingAt(text, 7, 11)).isEqualTo(-1);
    assertThat(SpecialWordText.startingAt(text, 12, text.length)).isEqualTo(-1);
    assertThat(SpecialWordText.startingAt(text, 15, text.length)).isEqualTo(-1);
    assertThat(SpecialWordText.length(SpecialWords.UNKNOWN)).isEqualTo(5);
  }
}
