// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldTableTest {
  @Test
  void foldsEachCharacterAsTheNormaliserDoes() {
    int folding = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      if (folds((char) c)) {
        folding++;
        assertThat(folded((char) c))
            .as("U+%04X", c)
            .isEqualTo(Normaliser.normalise(Character.toString(c)));
      }
    }
    assertThat(folding).isGreaterThan(27_000); // the Han blocks alone: 20,992 and 6,592
  }

  @Test
  void neighboursDoNotMatter() {
    char[] folding = new char[1 << Character.SIZE];
    int size = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      // Han are most of the table; one in fifty is enough of them.
      if (folds((char) c) && (!FoldTable.standsAlone((char) c) || c % 50 == 0)) {
        folding[size++] = (char) c;
      }
    }
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      StringBuilder expected = new StringBuilder();
      for (int j = 0; j < 20; j++) {
        char c = folding[random.nextInt(size)];
        text.append(c);
        expected.append(folded(c));
      }
      assertThat(expected.toString()).isEqualTo(Normaliser.normalise(text.toString()));
    }
  }

  @Test
  void blanksAreBlank() {
    for (char c : " \t\u0000\u007F\u0085\u00A0\u1680\u2003\u2028\u3000".toCharArray()) {
      assertThat(FoldTable.kind(c)).as("U+%04X", (int) c).isEqualTo(FoldTable.BLANK);
    }
  }

  private static boolean folds(char c) {
    byte kind = FoldTable.kind(c);
    return kind != FoldTable.OTHER && kind != FoldTable.BLANK;
  }

  private static String folded(char c) {
    return c == '…' ? FoldTable.ELLIPSIS : String.valueOf(FoldTable.folded(c));
  }
}
