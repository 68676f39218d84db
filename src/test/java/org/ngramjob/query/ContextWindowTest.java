// SPDX-License-Identifier: Apache-2.0
package org.ngramjob.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ngramjob.ngram.SpecialWords;

class ContextWindowTest {
  private static int[] reversed(ContextWindow window) {
    return Arrays.copyOfRange(window.reversed(), window.from(), window.from() + window.length());
  }

  @Test
  void holdsTheLastWordsNearestFirst() {
    ContextWindow window = new ContextWindow(2);
    assertThat(reversed(window)).isEmpty();
    window.begin();
    assertThat(reversed(window)).containsExactly(SpecialWords.BEGIN);
    window.add(5);
    assertThat(reversed(window)).containsExactly(5, SpecialWords.BEGIN);
    window.add(6);
    assertThat(reversed(window)).containsExactly(6, 5);
    window.begin();
    assertThat(reversed(window)).containsExactly(SpecialWords.BEGIN);
    window.clear();
    assertThat(reversed(window)).isEmpty();
  }

  /** Sentences longer than the array, which begins anew several times. */
  @Test
  void losesNothingWhereTheArrayBeginsAnew() {
    for (int longest : new int[] {0, 1, 4}) {
      ContextWindow window = new ContextWindow(longest);
      for (int word = 1; word <= 5000; word++) {
        window.add(word);
        int[] expected = new int[Math.min(longest, word)];
        for (int i = 0; i < expected.length; i++) {
          expected[i] = word - i;
        }
        assertThat(reversed(window)).as("after %s", word).isEqualTo(expected);
      }
    }
  }
}
