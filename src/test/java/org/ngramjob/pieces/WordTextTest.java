// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.pieces;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ngramjob.trie.ByteWriter;

/** Lengths around the 15 bytes that a slot holds. */
class WordTextTest {
  private final NumberedWords words = new NumberedWords(40, 1, 7, 8, 9, 14, 15, 16, 17, 300);
  private final WordText text = new WordText(words);

  private void assertWritten(int id) {
    ByteWriter out = new ByteWriter(1);
    text.write(id, out);
    out.writeByte('\t');
    assertThat(new String(out.toByteArray(), US_ASCII)).isEqualTo(words.text(id) + "\t");
    assertThat(text.length(id)).isEqualTo(words.text(id).length());
    byte[] before = new byte[400];
    text.writeBefore(id, before, 350);
    String written = new String(before, 350 - text.length(id), text.length(id) + 50, US_ASCII);
    assertThat(written).isEqualTo(words.text(id) + "\0".repeat(50));
  }

  @Test
  void writesEveryWordWhenFirstMetAndLater() {
    for (int round = 0; round < 2; round++) {
      for (int id = 0; id < words.size(); id++) {
        assertWritten(id);
      }
    }
  }

  @Test
  void announcedWordsAreTheSame() {
    text.upcoming(new int[] {3, 39, 8, 3, -1}, 4);
    text.upcoming(new int[] {3, 39, 8, 3, 0}, 5);
    assertWritten(39);
    assertWritten(8);
    assertWritten(0);
  }

  /** More words than are kept. */
  @Test
  void wordsWithHighIdsAreNotKept() {
    NumberedWords many = new NumberedWords((1 << 20) + 9, 8);
    WordText some = new WordText(many);
    for (int id = (1 << 20) - 2; id < many.size(); id++) {
      some.upcoming(new int[] {id}, 1);
      ByteWriter out = new ByteWriter(1);
      some.write(id, out);
      assertThat(new String(out.toByteArray(), US_ASCII)).isEqualTo(many.text(id));
    }
  }
}
