// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordSpellingTest {
  @Test
  void frequentWordsAreShort() {
    assertThat(spelling(0)).isEqualTo("一");
    assertThat(spelling(1023)).hasSize(1);
    assertThat(spelling(1024)).hasSize(2).isEqualTo("一一");
    assertThat(spelling(1024 + (1 << 20) - 1)).hasSize(2);
    assertThat(spelling(1024 + (1 << 20))).hasSize(3);
    assertThat(spelling(Long.MAX_VALUE)).hasSize(5);
  }

  @Test
  void noTwoWordsLookAlike() {
    Set<String> spellings = new HashSet<>();
    long words = 0;
    for (long from : new long[] {0, 1L << 20, 1L << 30, 1L << 36, 1L << 56, 1L << 61}) {
      for (long word = from; word < from + 5000; word++) {
        spellings.add(spelling(word));
        words++;
      }
    }
    assertThat(spellings).hasSize((int) words);
  }

  private static String spelling(long word) {
    byte[] bytes = new byte[WordSpelling.LONGEST];
    return new String(bytes, 0, WordSpelling.write(word, bytes, 0), StandardCharsets.UTF_8);
  }
}
