// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ngramjob.trie.ByteWriter;

class ContextPrefixTest {
  private final NumberedWords words = new NumberedWords(40, 1, 7, 8, 15, 16, 300);
  private final ContextPrefix prefix = new ContextPrefix(4, new WordText(words));

  private String text(int depth) {
    ByteWriter out = new ByteWriter(1);
    prefix.writeTo(out, depth);
    return new String(out.toByteArray(), US_ASCII);
  }

  @Test
  void theEmptyContextHasNoText() {
    prefix.goTo(new int[4], 0);
    assertThat(text(0)).isEmpty();
  }

  /** Nearest word first in the context, last in the text. */
  @Test
  void wordsStandInTextOrder() {
    int[] reversed = {6, 12, 18, 24};
    for (int depth = 0; depth <= 4; depth++) {
      prefix.goTo(reversed, depth);
    }
    assertThat(text(4)).isEqualTo("24 18 12 6 ");
    assertThat(text(2)).isEqualTo("12 6 ");
  }

  /** Each branch of a walk, whatever longer contexts came before it. */
  @Test
  void siblingsReplaceEachOther() {
    for (int first = 0; first < 6; first++) {
      prefix.goTo(new int[] {first}, 1);
      for (int second = 0; second < 6; second++) {
        prefix.goTo(new int[] {first, second}, 2);
        for (int third = 5; third >= 0; third--) {
          prefix.goTo(new int[] {first, second, third}, 3);
          assertThat(text(3))
              .isEqualTo(
                  words.text(third) + " " + words.text(second) + " " + words.text(first) + " ");
        }
        assertThat(text(2)).isEqualTo(words.text(second) + " " + words.text(first) + " ");
      }
      assertThat(text(1)).isEqualTo(words.text(first) + " ");
    }
  }
}
